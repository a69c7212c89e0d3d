package dev.flagledger.query.audit;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row to insert into the table of the audit log.
 *
 * @param recorded the event that the line is of
 * @param details the line's changes as JSON
 * @param erasedDetails the redacted changes as JSON; null for lines without personal data
 */
record AuditRow(
        RecordedEvent recorded,
        AuditLine line,
        String details,
        @Nullable String erasedDetails) {

    Place place() {
        return line.place();
    }

    /** A property of the related object; null if the line has none. */
    <T> @Nullable T related(Function<RelatedObject, @Nullable T> property) {
        var related = line.relatedObject();
        return related == null ? null : property.apply(related);
    }

    /** A property of the redaction; null for lines without personal data. */
    @Nullable String redacted(Function<Redaction, String> property) {
        var redaction = line.redaction();
        return redaction == null ? null : property.apply(redaction);
    }
}
