package dev.flagledger.query.audit.description.project;

import static dev.flagledger.contract.view.audit.AuditedKind.PROJECT;

import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.Optional;

/** What is told of projects beside the contract's lines: their creation and their settings. */
public final class ProjectDescriptions {

    private ProjectDescriptions() {}

    public static Optional<EventDescription> of(Installation before, ProjectEvent event) {
        return switch (event) {
            case ProjectCreated e ->
                Optional.of(EventDescription.of(PROJECT.created(e.settings().name())));
            case ProjectChanged e ->
                before.project(e.projectId())
                        .map(project -> EventDescription.of(
                                PROJECT.updated(e.settings().name()),
                                ProjectFields.changes(project.settings(), e.settings())));
            case TagCreated _, TagChanged _, TagDeleted _, ProjectDeleted _ -> Optional.empty();
        };
    }
}
