package dev.flagledger.query.audit.description;

import dev.flagledger.api.Subject;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an event did, in words and in fields.
 *
 * @param redaction null if this contains no personal data
 */
public record EventDescription(
        String summary,
        List<FieldChange> difference,
        @Nullable Redaction redaction) {

    public static EventDescription of(String summary, List<FieldChange> difference) {
        return new EventDescription(summary, difference, null);
    }

    /** A description without fields and without personal data. */
    public static EventDescription of(String summary) {
        return of(summary, List.of());
    }

    /**
     * Text with data of a person.
     *
     * @param told the text, given what replaces each personal value
     */
    public static EventDescription of(
            Subject subject, String tombstone, Function<UnaryOperator<String>, EventDescription> told) {
        var plain = told.apply(UnaryOperator.identity());
        var erased = told.apply(_ -> tombstone);
        return new EventDescription(
                plain.summary, plain.difference, new Redaction(subject, erased.summary, erased.difference));
    }
}
