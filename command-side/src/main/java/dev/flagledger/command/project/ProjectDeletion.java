package dev.flagledger.command.project;

import dev.flagledger.access.secret.EnvironmentSecrets;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.command.NameClaims;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes projects with the names, keys and secrets of their environments. */
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
        end(command.projectId(), lock.acquire(command.projectId()).environments());
    }

    /** Deletes a project in the caller's transaction; does nothing if it has been deleted already. */
    public void deleteIfExists(int projectId) {
        lock.acquireIfExists(projectId).ifPresent(project -> end(projectId, project.environments()));
    }

    /** No environment can be created while the lock is held. */
    private void end(int projectId, Map<Integer, Environment> environments) {
        var stream = ProjectCommand.streamOf(projectId);
        projects.load(stream).execute(Project::delete);
        names.release(
                Stream.concat(Stream.of(stream), environments.keySet().stream().map(EnvironmentCommand::streamOf))
                        .toList());
        environments.values().forEach(ended -> {
            var webhooks = ended.webhooks().ids();
            names.release(webhooks.stream().map(WebhookCommand::streamOf).toList());
            secrets.forget(ended.id(), webhooks);
        });
    }
}
