package dev.flagledger.query.audit.row;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The row of an event.
 *
 * @param scope where it happened, as of then; for an event of an account, the organisation of its user
 * @param organisations the organisations of the user, if it is an event of an account in several; their admins may see it
 * @param type the stored name of the event
 * @param summary what happened, in English
 * @param redaction replaces the summary and the difference once its subject is erased; null if they contain no personal data
 * @param originOf the person whose address and agent those of the request are; null if nobody's
 */
public record EventRow(
        RecordedEvent recorded,
        EventScope scope,
        List<Integer> organisations,
        EventObjects objects,
        String type,
        Action action,
        String summary,
        List<FieldChange> difference,
        @Nullable Redaction redaction,
        @Nullable Subject originOf) {

    /** A property of the redaction; null without one. */
    public <T> @Nullable T redacted(Function<Redaction, T> property) {
        return redaction == null ? null : property.apply(redaction);
    }
}
