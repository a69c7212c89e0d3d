package dev.flagledger.api.environment;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands about an environment. */
public sealed interface EnvironmentCommand extends LedgerCommand {

    int environmentId();

    @Override
    default String aggregateId() {
        return streamOf(environmentId());
    }

    /** Returns the stream of one environment. */
    static String streamOf(int environmentId) {
        return "environment-" + environmentId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    /**
     * Creates an environment.
     *
     * @param creator what the user who creates the environment holds on it; null if it is not a user
     */
    record CreateEnvironment(
            int environmentId,
            UUID uuid,
            int projectId,
            EnvironmentSettings settings,
            @Nullable Grant creator) implements EnvironmentCommand, Claiming {

        /** For environments that nobody owns. */
        public CreateEnvironment(int environmentId, UUID uuid, int projectId, EnvironmentSettings settings) {
            this(environmentId, uuid, projectId, settings, null);
        }

        @Override
        public Scope scope() {
            return new Scope.OfProject(projectId);
        }

        @Override
        public List<Claim> claims() {
            return namesOf(this, projectId, settings);
        }
    }

    record ChangeEnvironment(int environmentId, int projectId, Edit<EnvironmentSettings> settings)
            implements EnvironmentCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return namesOf(this, projectId, settings.wanted()).stream()
                    .filter(claim -> !namesOf(this, projectId, settings.seen()).contains(claim))
                    .toList();
        }
    }

    /** Creates an environment as a copy of another one of the same project; both may have the same name. */
    record CloneEnvironment(
            int environmentId,
            UUID uuid,
            int projectId,
            int sourceId,
            String name,
            String apiKey,
            @Nullable Grant creator)
            implements EnvironmentCommand, Claiming {

        /** For environments that nobody owns. */
        public CloneEnvironment(int environmentId, UUID uuid, int projectId, int sourceId, String name, String apiKey) {
            this(environmentId, uuid, projectId, sourceId, name, apiKey, null);
        }

        @Override
        public Scope scope() {
            return new Scope.OfProject(projectId);
        }

        @Override
        public List<Claim> claims() {
            return List.of(keyOf(this, apiKey));
        }

        @Override
        public List<Claim> claimsIfFree() {
            return List.of(nameOf(this, projectId, name));
        }
    }

    /**
     * Creates an environment that is to be as a deleted one was, with the same key.
     *
     * @param states its states of features; of others it has those of any new environment
     * @param versioning seed of the uuids of first versions; null if versioning is disabled
     * @param identities those with overrides
     */
    record RestoreEnvironment(
            CreateEnvironment environment,
            List<InitialState> states,
            @Nullable UUID versioning,
            List<RestoreIdentity> identities)
            implements EnvironmentCommand, Claiming {
        @Override
        public int environmentId() {
            return environment.environmentId();
        }

        @Override
        public Scope scope() {
            return environment.scope();
        }

        @Override
        public List<Claim> claims() {
            return environment.claims();
        }
    }

    record AddServerKey(int environmentId, ServerKey key) implements EnvironmentCommand {}

    record ChangeServerKey(int environmentId, Edit<ServerKey> key) implements EnvironmentCommand {}

    record RemoveServerKey(int environmentId, int keyId) implements EnvironmentCommand {}

    /**
     * Enables versioning of the environment's flags.
     *
     * @param uuid seed of the uuids of the first versions
     */
    record EnableVersioning(int environmentId, UUID uuid) implements EnvironmentCommand {}

    /** Disables versioning. */
    record DisableVersioning(int environmentId) implements EnvironmentCommand {}

    /**
     * Records the first request of an application to the environment. Later ones have no effect.
     *
     * @param sdk name of the SDK that made the request
     */
    record NoteEvaluation(int environmentId, String sdk) implements EnvironmentCommand {}

    /** Records that a trait is removed from every identity. The sender removes it from the log of identities. */
    record DeleteTrait(int environmentId, String key) implements EnvironmentCommand {}

    /** Records an export of the features, which the sender stores. */
    record ExportFeatures(int environmentId, int exportId) implements EnvironmentCommand {}

    record DeleteEnvironment(int environmentId) implements EnvironmentCommand, Releasing {}

    private static List<Claim> namesOf(EnvironmentCommand command, int projectId, EnvironmentSettings settings) {
        return List.of(nameOf(command, projectId, settings.name()), keyOf(command, settings.apiKey()));
    }

    private static Claim nameOf(EnvironmentCommand command, int projectId, String name) {
        return new Claim(Claim.Kind.ENVIRONMENT_NAME, Integer.toString(projectId), name, command.aggregateId());
    }

    private static Claim keyOf(EnvironmentCommand command, String key) {
        return new Claim(Claim.Kind.ENVIRONMENT_KEY, "", key, command.aggregateId());
    }
}
