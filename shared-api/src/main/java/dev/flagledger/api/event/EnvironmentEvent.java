package dev.flagledger.api.event;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.flag.InitialState;
import java.util.List;
import java.util.UUID;

/** The life of an environment. */
public sealed interface EnvironmentEvent extends LedgerEvent {

    int environmentId();

    /** An environment appeared, with a state for each feature that its project had. */
    record EnvironmentCreated(
            int environmentId, UUID uuid, int projectId, EnvironmentSettings settings, List<InitialState> states)
            implements EnvironmentEvent {}

    /** An environment appeared as a copy of another one, with the states and the segment overrides that it had. */
    record EnvironmentCloned(
            int environmentId,
            UUID uuid,
            int projectId,
            int sourceId,
            EnvironmentSettings settings,
            List<InitialState> states)
            implements EnvironmentEvent {}

    record EnvironmentChanged(int environmentId, EnvironmentSettings settings) implements EnvironmentEvent {}

    /** A receiver asked to be told of this environment's flags. Its secret is kept apart. */
    record WebhookAdded(int environmentId, int webhookId, String url, boolean enabled) implements EnvironmentEvent {}

    record WebhookChanged(int environmentId, int webhookId, String url, boolean enabled, boolean secretChanged)
            implements EnvironmentEvent {}

    record WebhookRemoved(int environmentId, int webhookId) implements EnvironmentEvent {}

    /** Applications got a server-side key to this environment. The key itself is kept apart. */
    record ServerKeyAdded(int environmentId, ServerKey key) implements EnvironmentEvent {}

    record ServerKeyChanged(int environmentId, ServerKey key) implements EnvironmentEvent {}

    record ServerKeyRemoved(int environmentId, int keyId) implements EnvironmentEvent {}

    /**
     * The environment keeps versions from now on. Each of its flags has a first one, as the flag is now; so has every flag
     * that appears later.
     *
     * @param uuid what the uuids of first versions are derived from
     */
    record VersioningEnabled(int environmentId, UUID uuid) implements EnvironmentEvent {}

    /** The environment keeps no versions any more, neither drafts nor old ones. Its flags stay as they are. */
    record VersioningDisabled(int environmentId) implements EnvironmentEvent {}

    /**
     * An application came to the environment for the first time.
     *
     * @param sdk what it came with
     */
    record FirstEvaluated(int environmentId, String sdk) implements EnvironmentEvent {}

    /** The environment is gone, and everything in it. */
    record EnvironmentDeleted(int environmentId) implements EnvironmentEvent {}
}
