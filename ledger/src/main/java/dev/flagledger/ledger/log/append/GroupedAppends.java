package dev.flagledger.ledger.log.append;

import dev.flagledger.ledger.database.DatabaseTrouble;
import dev.flagledger.ledger.group.BrokenOffException;
import dev.flagledger.ledger.group.GroupWork;
import dev.flagledger.ledger.group.GroupedCalls;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Combines concurrent appends into one durable transaction, in the order of the calls. If a group is refused, each caller has to
 * append its events separately, so that a refusal affects only the append that caused it.
 */
public final class GroupedAppends {

    private final EventWriter writer;
    private final Consumer<List<TrackedEventMessage<?>>> onAppend;
    private final GroupedCalls<EventRows, Outcome> groups = new GroupedCalls<>(new Appending());

    /** {@code onAppend} receives the events of each group before its callers return, while the next group is appended. */
    public GroupedAppends(EventWriter writer, Consumer<List<TrackedEventMessage<?>>> onAppend) {
        this.writer = writer;
        this.onAppend = onAppend;
    }

    private sealed interface Outcome {

        /** The outcome for an append that starts this many events later in the group. */
        default Outcome after(int events) {
            return this;
        }

        /** Appended; {@code first} is the position of the first event. */
        record Done(long first) implements Outcome {
            @Override
            public Outcome after(int events) {
                return new Done(first + events);
            }
        }

        /** The group was refused, possibly because of another append. */
        record Refused() implements Outcome {}

        /** The outcome is unknown. */
        record Failed(SQLException failure) implements Outcome {}
    }

    /**
     * Appends events with others, and returns the position of the first when all are durable. Empty if they were not appended, and
     * have to be appended separately.
     *
     * @throws SQLException if the connection was lost and the outcome is unknown
     */
    public OptionalLong append(EventRows rows) throws SQLException {
        return switch (outcome(rows)) {
            case Outcome.Done(long first) -> OptionalLong.of(first);
            case Outcome.Refused() -> OptionalLong.empty();
            case Outcome.Failed(SQLException failure) -> throw failure;
        };
    }

    private Outcome outcome(EventRows rows) {
        try {
            return groups.call(rows);
        } catch (BrokenOffException e) {
            return new Outcome.Failed(new SQLException("The append was interrupted", e));
        }
    }

    /** The number of appends that wait for the next group. */
    public int waiting() {
        return groups.waiting();
    }

    private final class Appending implements GroupWork<EventRows, Outcome> {

        @Override
        public List<Outcome> all(List<EventRows> appends) {
            var next = appended(EventRows.of(appends));
            List<Outcome> outcomes = new ArrayList<>(appends.size());
            for (var rows : appends) {
                outcomes.add(next);
                next = next.after(rows.size());
            }
            return outcomes;
        }

        @Override
        public void done(List<EventRows> appends, List<Outcome> outcomes) {
            if (outcomes.getFirst() instanceof Outcome.Done(long first)) {
                onAppend.accept(EventRows.of(appends).from(first));
            }
        }

        private Outcome appended(EventRows all) {
            try {
                return new Outcome.Done(writer.appendDurably(all));
            } catch (SQLException e) {
                return DatabaseTrouble.isConnectionLost(e) ? new Outcome.Failed(e) : new Outcome.Refused();
            } catch (RuntimeException _) {
                // Caused by one of the appends, and thrown again when that is made separately.
                return new Outcome.Refused();
            }
        }
    }
}
