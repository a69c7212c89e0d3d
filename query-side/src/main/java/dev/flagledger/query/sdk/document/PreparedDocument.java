package dev.flagledger.query.sdk.document;

import dev.flagledger.contract.http.EntityTag;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.sdk.flags.body.PreparedBody;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.DateGenerator;

/**
 * An environment's document, prepared from one state.
 *
 * @param tag identifies its bytes, on all nodes and after restarts
 * @param date its HTTP date
 */
record PreparedDocument(
        Organisation organisation,
        Project project,
        Environment environment,
        PreparedBody prepared,
        EntityTag tag,
        DocumentDate date) {

    private static final int MILLIS = 1_000;

    /** Returns the uncompressed bytes. Not to be modified. */
    byte[] body() {
        return prepared.plain();
    }

    /** Returns the entity tag of one form. */
    EntityTag tag(boolean compressed) {
        return compressed ? tag.compressed() : tag;
    }

    /**
     * Selects the tag of a 304 response: RFC 9110, 13.1.2 and 15.4.5.
     *
     * @param headers the values of all {@code If-None-Match} headers
     * @param compressed the preferred form, whose tag is selected if the headers match both
     * @return the tag that the headers match, in whatever form; empty if they match neither
     */
    Optional<EntityTag> matchedTag(Collection<String> headers, boolean compressed) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(compressed, !compressed)
                .map(this::tag)
                .filter(form -> form.isAmong(headers))
                .findFirst();
    }

    /**
     * Evaluates {@code If-Modified-Since}, which is ignored beside {@code If-None-Match}: RFC 9110, 13.1.3.
     *
     * @param hasTags whether the request has {@code If-None-Match}
     * @param sinceMillis the header in milliseconds since 1970, or -1 if it is missing or invalid
     */
    boolean isUnmodified(boolean hasTags, long sinceMillis, Instant now) {
        return !hasTags && sinceMillis != -1 && date.isKnown(Math.floorDiv(sinceMillis, MILLIS), now);
    }

    /** Returns the value of the {@code Last-Modified} header. */
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
