package dev.flagledger.command.environment;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.RestoreEnvironment;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.command.flag.InitialStates;
import dev.flagledger.command.grant.CreatorGrants;
import dev.flagledger.command.grant.Creators;
import dev.flagledger.command.identity.IdentityRestoration;
import dev.flagledger.command.project.ProjectLock;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.ledger.log.Attribution;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates environments that are as deleted ones were. Who does so owns it, like the creator of any environment. */
@Component
class EnvironmentRestoration {

    private final Repository<Environment> environments;
    private final ProjectLock lock;
    private final InitialStates initialStates;
    private final IdentityRestoration identities;
    private final CreatorGrants grants;
    private final Creators creators;

    EnvironmentRestoration(
            Repository<Environment> environments,
            ProjectLock lock,
            InitialStates initialStates,
            IdentityRestoration identities,
            CreatorGrants grants,
            Creators creators) {
        this.environments = environments;
        this.lock = lock;
        this.initialStates = initialStates;
        this.identities = identities;
        this.grants = grants;
        this.creators = creators;
    }

    /**
     * Since the command was planned, features, options and segments may have been created or deleted, and the environment may have
     * returned.
     */
    @CommandHandler
    void handle(RestoreEnvironment command, MetaData sent) throws Exception {
        var environment = command.environment();
        var project = lock.acquire(environment.projectId());
        if (project.environments().values().stream()
                .anyMatch(other -> other.uuid().equals(environment.uuid()))) {
            throw new Rejected(new Rejection.Restored());
        }
        var states = initialStates.forRestoration(project, command.environmentId(), command.states());
        environments.newInstance(() -> Environment.restore(command, states));
        var by = Attribution.of(sent);
        own(project, command.environmentId(), by.actor());
        command.identities().forEach(identity -> identities.addToNew(existing(identity, project), project, by));
    }

    private void own(Project project, int environmentId, Actor actor) {
        var grant = grants.ofCreator(actor, GrantPlace.environment(environmentId));
        if (grant != null) {
            creators.own(project.organisationId(), grant);
        }
    }

    private static RestoreIdentity existing(RestoreIdentity identity, Project project) {
        return new RestoreIdentity(
                identity.environmentId(),
                identity.identityId(),
                identity.identifier(),
                identity.traits(),
                identity.overrides().stream()
                        .filter(override -> project.features().containsKey(override.featureId()))
                        .map(override -> override.retaining(
                                project.feature(override.featureId()).options().keySet()))
                        .toList());
    }
}
