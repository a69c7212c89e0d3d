package dev.flagledger.command.project;

import dev.flagledger.api.project.ProjectCommand.CreateProject;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates projects in existing organisations. */
@Component
class ProjectCreation {

    private final Repository<Project> projects;
    private final OrganisationLock lock;

    ProjectCreation(Repository<Project> projects, OrganisationLock lock) {
        this.projects = projects;
        this.lock = lock;
    }

    @CommandHandler
    void handle(CreateProject command) throws Exception {
        lock.acquire(command.organisationId());
        projects.newInstance(() -> Project.create(command));
    }
}
