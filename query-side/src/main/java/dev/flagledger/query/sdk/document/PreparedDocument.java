package dev.flagledger.query.sdk.document;

import dev.flagledger.contract.http.EntityTag;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.time.Instant;

/**
 * The document of an environment as it is at one moment.
 *
 * @param tag stands for its bytes, on every node and after any restart
 * @param date which date over HTTP stands for it
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
record PreparedDocument(
        Organisation organisation,
        Project project,
        Environment environment,
        byte[] body,
        EntityTag tag,
        DocumentDate date) {

    Instant updatedAt() {
        return environment.updatedAt();
    }

    @SuppressWarnings("ReferenceEquality") // immutable parts: the same ones give the same document, and it is quick
    boolean isOf(Organisation laterOrganisation, Project laterProject, Environment later) {
        return environment == later
                && organisation.settings() == laterOrganisation.settings()
                && project.features() == laterProject.features()
                && project.segments() == laterProject.segments()
                && project.settings() == laterProject.settings();
    }
}
