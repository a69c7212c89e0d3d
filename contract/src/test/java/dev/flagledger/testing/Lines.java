package dev.flagledger.testing;

import dev.flagledger.contract.audit.event.AuditLines;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.engine.History;
import java.util.List;
import java.util.Objects;

/** The audit log lines of a history's last event. */
public final class Lines {

    private Lines() {}

    public static List<AuditLine> of(History history) {
        return AuditLines.of(history.before(), history.last(), history.state());
    }

    public static List<String> logs(History history) {
        return of(history).stream().map(AuditLine::log).toList();
    }

    /** The only line. */
    public static AuditLine line(History history) {
        var lines = of(history);
        if (lines.size() != 1) {
            throw new AssertionError("not one line: " + lines);
        }
        return lines.getFirst();
    }

    public static AuditLine.RelatedObject about(AuditLine line) {
        return Objects.requireNonNull(line.relatedObject());
    }
}
