package dev.flagledger.api.event;

import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import java.util.UUID;

/** The life of a project. */
public sealed interface ProjectEvent extends LedgerEvent {

    int projectId();

    record ProjectCreated(int projectId, UUID uuid, int organisationId, ProjectSettings settings)
            implements ProjectEvent {}

    record ProjectChanged(int projectId, ProjectSettings settings) implements ProjectEvent {}

    record TagCreated(int projectId, Tag tag) implements ProjectEvent {}

    record TagChanged(int projectId, Tag tag) implements ProjectEvent {}

    /** A tag is gone; no feature bears it any more. */
    record TagDeleted(int projectId, int tagId) implements ProjectEvent {}

    /** The project is gone, and everything in it. */
    record ProjectDeleted(int projectId) implements ProjectEvent {}
}
