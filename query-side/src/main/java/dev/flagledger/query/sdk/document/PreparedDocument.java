package dev.flagledger.query.sdk.document;

import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Organisation;
import dev.flagledger.engine.state.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The document of an environment as it is at one moment.
 *
 * @param unsure whether this node has given out an earlier one of the same second: by the second alone, which is all that a
 *     date over HTTP tells, nobody knows then which of them an application has
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
record PreparedDocument(
        Organisation organisation, Project project, Environment environment, byte[] body, boolean unsure) {

    static PreparedDocument of(
            Organisation organisation,
            Project project,
            Environment environment,
            byte[] body,
            @Nullable PreparedDocument before) {
        boolean unsure = before != null
                && before.second() == environment.updatedAt().getEpochSecond()
                && (before.unsure || !before.updatedAt().equals(environment.updatedAt()));
        return new PreparedDocument(organisation, project, environment, body, unsure);
    }

    Instant updatedAt() {
        return environment.updatedAt();
    }

    /** When it last changed, in whole seconds since 1970. */
    long second() {
        return updatedAt().getEpochSecond();
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
