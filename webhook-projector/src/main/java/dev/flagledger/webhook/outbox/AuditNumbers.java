package dev.flagledger.webhook.outbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of the audit log's lines: all lines are numbered in the order of the log, as in the audit API. */
@Component
class AuditNumbers {

    private final JdbcClient jdbc;

    AuditNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The lines of an event.
     *
     * @param position that of the event
     * @param lines their number
     */
    record Lines(long position, int lines) {}

    private record Counted(long position, int lines) {}

    /**
     * Counts the lines of consecutive events in the caller's transaction. Those that are read again have been counted already.
     *
     * @return what to add to the place of a line among those of all these events, from 1, to get its id
     */
    int advance(List<Lines> events) {
        var counted = jdbc.sql("select position, lines from webhook.webhook_audited for update")
                .query((row, _) -> new Counted(row.getLong("position"), row.getInt("lines")))
                .single();
        int again = sum(events.stream()
                .filter(event -> event.position() <= counted.position())
                .toList());
        int added = sum(events) - again;
        if (added > 0) {
            jdbc.sql("update webhook.webhook_audited set position = :position, lines = :lines")
                    .param("position", events.getLast().position())
                    .param("lines", counted.lines() + added)
                    .update();
        }
        return counted.lines() - again;
    }

    private static int sum(List<Lines> events) {
        return events.stream().mapToInt(Lines::lines).sum();
    }
}
