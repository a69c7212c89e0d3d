package dev.flagledger.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectEvent;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectCreated;
import dev.flagledger.api.project.ProjectSettings;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards what a project's admins have set. */
@Aggregate(type = "project", cache = "currentAggregates")
class Project {

    @AggregateIdentifier
    String id;

    private int organisationId;
    private ProjectSettings settings;

    Project() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateProject command) {
        apply(new ProjectCreated(command.projectId(), command.uuid(), command.organisationId(), command.settings()));
    }

    @CommandHandler
    void handle(ChangeProject command) {
        if (command.organisationId() != organisationId) {
            throw new Rejected(new Rejection.Missing("Project"));
        }
        if (!command.settings().equals(settings)) {
            apply(new ProjectChanged(command.projectId(), command.settings()));
        }
    }

    @EventSourcingHandler
    void evolve(ProjectEvent event) {
        switch (event) {
            case ProjectCreated e -> {
                id = ProjectCommand.streamOf(e.projectId());
                organisationId = e.organisationId();
                settings = e.settings();
            }
            case ProjectChanged e -> settings = e.settings();
        }
    }
}
