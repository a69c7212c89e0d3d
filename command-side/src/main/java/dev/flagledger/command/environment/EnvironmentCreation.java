package dev.flagledger.command.environment;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.CloneEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.command.flag.InitialStates;
import dev.flagledger.command.grant.Creators;
import dev.flagledger.command.project.ProjectLock;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates environments with an initial state for every feature of the project. */
@Component
class EnvironmentCreation {

    private final Repository<Environment> environments;
    private final ProjectLock lock;
    private final InitialStates initialStates;
    private final Creators creators;

    EnvironmentCreation(
            Repository<Environment> environments, ProjectLock lock, InitialStates initialStates, Creators creators) {
        this.environments = environments;
        this.lock = lock;
        this.initialStates = initialStates;
        this.creators = creators;
    }

    @CommandHandler
    void handle(CreateEnvironment command) throws Exception {
        var project = lock.acquire(command.projectId());
        var states = initialStates.forEnvironment(project, command.environmentId());
        environments.newInstance(() -> Environment.create(command, states));
        own(project, command.creator());
    }

    /** Copies settings and flags, but neither custom fields nor webhooks and keys. */
    @CommandHandler
    void handle(CloneEnvironment command) throws Exception {
        var project = lock.acquire(command.projectId());
        var source = Optional.ofNullable(project.environments().get(command.sourceId()))
                .orElseThrow(() -> new Rejected(new Rejection.Missing("Environment")));
        var states = initialStates.forClone(source, command.environmentId());
        var settings = source.settings().copied(command.name(), command.apiKey());
        environments.newInstance(() -> Environment.clone(command, settings, states, source.versioning() != null));
        own(project, command.creator());
    }

    private void own(Project project, @Nullable Grant grant) {
        if (grant != null) {
            creators.own(project.organisationId(), grant);
        }
    }
}
