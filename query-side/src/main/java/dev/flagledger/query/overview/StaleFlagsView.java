package dev.flagledger.query.overview;

import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Project;
import java.time.Instant;

/** How many flags of a project nobody has changed for longer than the project allows. */
record StaleFlagsView(
        int organisationId,
        String organisationName,
        int projectId,
        String projectName,
        int staleFlags,
        int totalFlags) {

    static StaleFlagsView of(Organisation organisation, Project project, Instant now) {
        return new StaleFlagsView(
                organisation.id(),
                organisation.settings().name(),
                project.id(),
                project.settings().name(),
                Administered.stale(project, now),
                project.features().size());
    }
}
