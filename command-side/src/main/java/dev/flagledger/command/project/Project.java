package dev.flagledger.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectCommand.ChangeTag;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of a project: its settings and tags. */
@Aggregate(type = "project", cache = "currentAggregates")
class Project {

    @AggregateIdentifier
    String id;

    private int projectId;
    private int organisationId;
    private ProjectSettings settings;
    private final Entities<Tag> tags = new Entities<>("Tag");

    Project() {}

    static Project create(CreateProject command) {
        var project = new Project();
        apply(new ProjectCreated(command.projectId(), command.uuid(), command.organisationId(), command.settings()));
        return project;
    }

    @CommandHandler
    void handle(ChangeProject command) {
        if (command.organisationId() != organisationId) {
            throw new Rejected(new Rejection.Missing("Project"));
        }
        var changed = Edits.merged(command.settings(), settings);
        if (!changed.equals(settings)) {
            apply(new ProjectChanged(command.projectId(), changed));
        }
    }

    void delete() {
        apply(new ProjectDeleted(projectId));
    }

    @CommandHandler
    void handle(CreateTag command) {
        apply(new TagCreated(command.projectId(), command.tag()));
    }

    @CommandHandler
    void handle(ChangeTag command) {
        var current = tags.get(command.tag().seen().id());
        var changed = Edits.merged(command.tag(), current);
        if (!changed.equals(current)) {
            apply(new TagChanged(command.projectId(), changed));
        }
    }

    @CommandHandler
    void handle(DeleteTag command) {
        tags.require(command.tagId());
        apply(new TagDeleted(command.projectId(), command.tagId()));
    }

    @EventSourcingHandler
    void evolve(ProjectEvent event) {
        switch (event) {
            case ProjectCreated e -> {
                id = ProjectCommand.streamOf(e.projectId());
                projectId = e.projectId();
                organisationId = e.organisationId();
                settings = e.settings();
            }
            case ProjectChanged e -> settings = e.settings();
            case TagCreated e -> tags.put(e.tag().id(), e.tag());
            case TagChanged e -> tags.put(e.tag().id(), e.tag());
            case TagDeleted e -> tags.remove(e.tagId());
            case ProjectDeleted _ -> markDeleted();
        }
    }
}
