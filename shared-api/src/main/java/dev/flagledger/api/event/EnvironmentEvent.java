package dev.flagledger.api.event;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.flag.InitialState;
import java.util.List;
import java.util.UUID;

/** Events of an environment. */
public sealed interface EnvironmentEvent extends LedgerEvent {

    int environmentId();

    /** An environment was created, or created again, with an initial state for each feature of its project. */
    record EnvironmentCreated(
            int environmentId, UUID uuid, int projectId, EnvironmentSettings settings, List<InitialState> states)
            implements EnvironmentEvent {}

    /** An environment was created as a copy of another one, including its feature states and segment overrides. */
    record EnvironmentCloned(
            int environmentId,
            UUID uuid,
            int projectId,
            int sourceId,
            EnvironmentSettings settings,
            List<InitialState> states)
            implements EnvironmentEvent {}

    record EnvironmentChanged(int environmentId, EnvironmentSettings settings) implements EnvironmentEvent {}

    /** A server key was added. The secret itself is stored outside the log. */
    record ServerKeyAdded(int environmentId, ServerKey key) implements EnvironmentEvent {}

    record ServerKeyChanged(int environmentId, ServerKey key) implements EnvironmentEvent {}

    /** A request was authenticated by the server key for the first time. */
    record ServerKeyFirstUsed(int environmentId, int keyId) implements EnvironmentEvent {}

    record ServerKeyRemoved(int environmentId, int keyId) implements EnvironmentEvent {}

    /**
     * Versioning was enabled. Each flag of the environment has a first version from then on, with its current state; so
     * has each flag that is created later.
     *
     * @param uuid seed of the uuids of the first versions
     */
    record VersioningEnabled(int environmentId, UUID uuid) implements EnvironmentEvent {}

    /** Versioning was disabled. Drafts and earlier versions are dropped; flags keep their current state. */
    record VersioningDisabled(int environmentId) implements EnvironmentEvent {}

    /**
     * An application made the first request to the environment.
     *
     * @param sdk name of the SDK that made the request
     */
    record FirstEvaluated(int environmentId, String sdk) implements EnvironmentEvent {}

    /** A trait was removed from every identity of the environment, which follows in the log of identities. */
    record TraitDeleted(int environmentId, String key) implements EnvironmentEvent {}

    /** The features were exported; the export holds their states as of then. */
    record FeaturesExported(int environmentId, int exportId) implements EnvironmentEvent {}

    /** The environment was deleted with everything in it. */
    record EnvironmentDeleted(int environmentId) implements EnvironmentEvent {}
}
