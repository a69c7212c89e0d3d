package dev.flagledger.api.project;

import dev.flagledger.api.LedgerEvent;
import java.util.UUID;

/** The life of a project. */
public sealed interface ProjectEvent extends LedgerEvent {

    int projectId();

    record ProjectCreated(int projectId, UUID uuid, int organisationId, ProjectSettings settings)
            implements ProjectEvent {}

    record ProjectChanged(int projectId, ProjectSettings settings) implements ProjectEvent {}
}
