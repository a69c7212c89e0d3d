package dev.flagledger.command.project;

import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.platform.command.NameClaims;
import dev.flagledger.platform.secrets.EnvironmentSecrets;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes projects with all that their environments hold: names, keys and secrets. */
@Component
public class ProjectDeletion {

    private final Repository<Project> projects;
    private final ProjectGate gate;
    private final NameClaims names;
    private final EnvironmentSecrets secrets;

    ProjectDeletion(Repository<Project> projects, ProjectGate gate, NameClaims names, EnvironmentSecrets secrets) {
        this.projects = projects;
        this.gate = gate;
        this.names = names;
        this.secrets = secrets;
    }

    @CommandHandler
    void handle(DeleteProject command) {
        delete(command.projectId());
    }

    /** Deletes a project in the caller's transaction. No environment appears while the gate is held. */
    public void delete(int projectId) {
        var environments = gate.enter(projectId).environments();
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
