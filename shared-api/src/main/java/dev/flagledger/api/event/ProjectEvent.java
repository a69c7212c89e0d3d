package dev.flagledger.api.event;

import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import java.util.UUID;

/** Events of a project. */
public sealed interface ProjectEvent extends LedgerEvent {

    int projectId();

    record ProjectCreated(int projectId, UUID uuid, int organisationId, ProjectSettings settings)
            implements ProjectEvent {}

    record ProjectChanged(int projectId, ProjectSettings settings) implements ProjectEvent {}

    record TagCreated(int projectId, Tag tag) implements ProjectEvent {}

    record TagChanged(int projectId, Tag tag) implements ProjectEvent {}

    /** A tag was deleted and removed from all features. */
    record TagDeleted(int projectId, int tagId) implements ProjectEvent {}

    /** The project was deleted with everything in it. */
    record ProjectDeleted(int projectId) implements ProjectEvent {}
}
