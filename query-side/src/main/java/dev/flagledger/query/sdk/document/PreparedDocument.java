package dev.flagledger.query.sdk.document;

import dev.flagledger.contract.http.EntityTag;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.sdk.flags.PreparedBody;
import java.time.Instant;
import java.util.Collection;
import org.eclipse.jetty.http.DateGenerator;

/**
 * The document of an environment as it is at one moment.
 *
 * @param tag stands for its bytes, on every node and after any restart
 * @param date which date over HTTP stands for it
 */
record PreparedDocument(
        Organisation organisation,
        Project project,
        Environment environment,
        PreparedBody prepared,
        EntityTag tag,
        DocumentDate date) {

    /** The bytes of the document as it is. Not to be modified. */
    byte[] body() {
        return prepared.plain();
    }

    /** The tag of the document in one of its forms. */
    EntityTag tag(boolean compressed) {
        return compressed ? tag.compressed() : tag;
    }

    /** Whether {@code If-None-Match} headers with these values name the document, in whatever form. */
    boolean isKnown(Collection<String> headers) {
        return tag.isAmong(headers) || tag.compressed().isAmong(headers);
    }

    /** The value of a {@code Last-Modified} header. */
    String lastModified(Instant now) {
        return DateGenerator.formatDate(Instant.ofEpochSecond(date.at(now)));
    }

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
