package dev.flagledger.query.audit.wide;

import dev.flagledger.api.Subject;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.query.audit.line.AuditLine;
import dev.flagledger.query.audit.line.AuditLine.Redaction;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event did, in words and in fields.
 *
 * @param redaction null if this contains no personal data
 */
record Told(
        String summary,
        List<FieldChange> difference,
        @Nullable Redaction redaction) {

    static Told of(String summary, List<FieldChange> difference) {
        return new Told(summary, difference, null);
    }

    static Told of(String summary) {
        return of(summary, List.of());
    }

    /**
     * Text with data of a person.
     *
     * @param told the text, given what replaces each personal value
     */
    static Told of(Subject subject, String tombstone, Function<UnaryOperator<String>, Told> told) {
        var plain = told.apply(UnaryOperator.identity());
        var erased = told.apply(_ -> tombstone);
        return new Told(plain.summary, plain.difference, new Redaction(subject, erased.summary, erased.difference));
    }

    /** What several lines of one event tell: the text of the first, and the changes of all. */
    static Told of(List<AuditLine> lines) {
        var first = lines.getFirst();
        var redaction = first.redaction();
        return new Told(
                first.log(),
                changes(lines.stream(), AuditLine::changes),
                redaction == null
                        ? null
                        : new Redaction(redaction.subject(), redaction.log(), changes(lines.stream(), Told::redacted)));
    }

    private static List<FieldChange> changes(Stream<AuditLine> lines, Function<AuditLine, List<FieldChange>> changes) {
        return lines.flatMap(line -> changes.apply(line).stream()).distinct().toList();
    }

    private static List<FieldChange> redacted(AuditLine line) {
        var redaction = line.redaction();
        return redaction == null ? line.changes() : redaction.changes();
    }
}
