package dev.flagledger.query.audit;

import dev.flagledger.engine.History;
import java.util.List;
import java.util.Objects;

/** What the last event of a history leaves in the audit log. */
final class Lines {

    private Lines() {}

    static List<AuditLine> of(History history) {
        return AuditLines.of(history.before(), history.last(), history.state());
    }

    static List<String> logs(History history) {
        return of(history).stream().map(AuditLine::log).toList();
    }

    /** The only one. */
    static AuditLine line(History history) {
        var lines = of(history);
        if (lines.size() != 1) {
            throw new AssertionError("not one line: " + lines);
        }
        return lines.getFirst();
    }

    static AuditLine.About about(AuditLine line) {
        return Objects.requireNonNull(line.about());
    }
}
