package dev.flagledger.command.project;

import dev.flagledger.access.secret.EnvironmentSecrets;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.ledger.command.NameClaims;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes projects with all that their environments hold: names, keys and secrets. */
@Component
public class ProjectDeletion {

    private final Repository<Project> projects;
    private final ProjectLock lock;
    private final NameClaims names;
    private final EnvironmentSecrets secrets;

    ProjectDeletion(Repository<Project> projects, ProjectLock lock, NameClaims names, EnvironmentSecrets secrets) {
        this.projects = projects;
        this.lock = lock;
        this.names = names;
        this.secrets = secrets;
    }

    @CommandHandler
    void handle(DeleteProject command) {
        end(command.projectId(), lock.enter(command.projectId()).environments());
    }

    /** Deletes a project in the caller's transaction, unless somebody else has deleted it meanwhile. */
    public void deleteIfThere(int projectId) {
        lock.enterIfThere(projectId).ifPresent(project -> end(projectId, project.environments()));
    }

    /** No environment appears while the gate is held. */
    private void end(int projectId, Map<Integer, Environment> environments) {
        var stream = ProjectCommand.streamOf(projectId);
        projects.load(stream).execute(Project::delete);
        names.release(
                Stream.concat(Stream.of(stream), environments.keySet().stream().map(EnvironmentCommand::streamOf))
                        .toList());
        environments
                .values()
                .forEach(ends -> secrets.forget(ends.id(), ends.webhooks().keySet()));
    }
}
