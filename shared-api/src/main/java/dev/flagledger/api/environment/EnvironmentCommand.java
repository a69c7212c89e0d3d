package dev.flagledger.api.environment;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import java.util.List;
import java.util.UUID;

/** What can be asked of an environment. */
public sealed interface EnvironmentCommand extends LedgerCommand {

    int environmentId();

    @Override
    default String aggregateId() {
        return streamOf(environmentId());
    }

    /** The stream of one environment. */
    static String streamOf(int environmentId) {
        return "environment-" + environmentId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    record CreateEnvironment(int environmentId, UUID uuid, int projectId, EnvironmentSettings settings)
            implements EnvironmentCommand, Claiming {
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

    /** Creates an environment as a copy of another one of its project, whose name it may bear. */
    record CloneEnvironment(int environmentId, UUID uuid, int projectId, int sourceId, String name, String apiKey)
            implements EnvironmentCommand, Claiming {
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

    record AddWebhook(int environmentId, int webhookId, String url, boolean enabled) implements EnvironmentCommand {}

    record ChangeWebhook(int environmentId, int webhookId, String url, boolean enabled, boolean secretChanged)
            implements EnvironmentCommand {}

    record RemoveWebhook(int environmentId, int webhookId) implements EnvironmentCommand {}

    record AddServerKey(int environmentId, ServerKey key) implements EnvironmentCommand {}

    record ChangeServerKey(int environmentId, Edit<ServerKey> key) implements EnvironmentCommand {}

    record RemoveServerKey(int environmentId, int keyId) implements EnvironmentCommand {}

    /**
     * Has the environment keep versions of its flags.
     *
     * @param uuid what the uuids of their first versions are derived from
     */
    record EnableVersioning(int environmentId, UUID uuid) implements EnvironmentCommand {}

    /** Has it keep them no more. */
    record DisableVersioning(int environmentId) implements EnvironmentCommand {}

    /**
     * Notes that an application has come to the environment. Only the first one counts.
     *
     * @param sdk what it came with
     */
    record NoteEvaluation(int environmentId, String sdk) implements EnvironmentCommand {}

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
