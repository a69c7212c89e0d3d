package dev.flagledger.api.environment;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.flag.StateSeed;
import java.util.List;
import java.util.UUID;

/** The life of an environment. */
public sealed interface EnvironmentEvent extends LedgerEvent {

    int environmentId();

    /** An environment appeared, with a state for each feature that its project had. */
    record EnvironmentCreated(
            int environmentId, UUID uuid, int projectId, EnvironmentSettings settings, List<StateSeed> states)
            implements EnvironmentEvent {}

    record EnvironmentChanged(int environmentId, EnvironmentSettings settings) implements EnvironmentEvent {}

    /** A receiver asked to be told of this environment's flags. Its secret is kept apart. */
    record WebhookAdded(int environmentId, int webhookId, String url, boolean enabled) implements EnvironmentEvent {}

    record WebhookChanged(int environmentId, int webhookId, String url, boolean enabled, boolean secretChanged)
            implements EnvironmentEvent {}

    record WebhookRemoved(int environmentId, int webhookId) implements EnvironmentEvent {}
}
