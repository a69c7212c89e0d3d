package dev.flagledger.query.audit.description;

import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the contract's lines of an event tell. */
public final class LineDescriptions {

    private LineDescriptions() {}

    /** What several lines of one event tell: the text of the first, and the changes of all. */
    public static EventDescription of(List<AuditLine> lines) {
        var first = lines.getFirst();
        var redaction = first.redaction();
        return new EventDescription(
                first.log(),
                changes(lines.stream(), AuditLine::changes),
                redaction == null
                        ? null
                        : new Redaction(
                                redaction.subject(),
                                redaction.log(),
                                changes(lines.stream(), LineDescriptions::redacted)));
    }

    private static List<FieldChange> changes(Stream<AuditLine> lines, Function<AuditLine, List<FieldChange>> changes) {
        return lines.flatMap(line -> changes.apply(line).stream()).distinct().toList();
    }

    private static List<FieldChange> redacted(AuditLine line) {
        var redaction = line.redaction();
        return redaction == null ? line.changes() : redaction.changes();
    }
}
