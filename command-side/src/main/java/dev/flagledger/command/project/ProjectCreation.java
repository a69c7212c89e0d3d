package dev.flagledger.command.project;

import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.command.grant.Creators;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates projects in existing organisations. */
@Component
class ProjectCreation {

    private final Repository<Project> projects;
    private final OrganisationLock lock;
    private final Creators creators;

    ProjectCreation(Repository<Project> projects, OrganisationLock lock, Creators creators) {
        this.projects = projects;
        this.lock = lock;
        this.creators = creators;
    }

    @CommandHandler
    void handle(CreateProject command) throws Exception {
        lock.acquire(command.organisationId());
        projects.newInstance(() -> Project.create(command));
        if (command.creator() != null) {
            creators.own(command.organisationId(), command.creator());
        }
    }
}
