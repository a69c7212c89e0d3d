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
 * Appends together what is to be appended at the same moment, in one durable transaction, in the order in which it was asked
 * for. If a group is refused, each of its callers has to append its events by itself, so that a refusal meets nobody else.
 */
public final class GroupedAppends {

    private final EventWriter writer;
    private final Consumer<List<TrackedEventMessage<?>>> onAppend;
    private final GroupedCalls<EventRows, Outcome> groups = new GroupedCalls<>(new Appending());

    /** {@code onAppend} is told of the events of each group before those who wait for them, and while the next is appended. */
    public GroupedAppends(EventWriter writer, Consumer<List<TrackedEventMessage<?>>> onAppend) {
        this.writer = writer;
        this.onAppend = onAppend;
    }

    private sealed interface Outcome {

        /** What it is for those that come so many events later in the group. */
        default Outcome after(int events) {
            return this;
        }

        /** Appended, the first event at this position. */
        record Done(long first) implements Outcome {
            @Override
            public Outcome after(int events) {
                return new Done(first + events);
            }
        }

        /** The group was refused, maybe because of others. */
        record Refused() implements Outcome {}

        /** It is not known whether the events were appended. */
        record Failed(SQLException failure) implements Outcome {}
    }

    /**
     * Appends events in a transaction of others, and returns the position of the first once all are durable. Empty if they
     * were not appended, and have to be by themselves.
     *
     * @throws SQLException if the database was lost meanwhile; they may have been appended then
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
            return new Outcome.Failed(new SQLException("The append was broken off", e));
        }
    }

    /** How many appends wait for the next group. */
    public int waiting() {
        return groups.waiting();
    }

    private final class Appending implements GroupWork<EventRows, Outcome> {

        @Override
        public List<Outcome> all(List<EventRows> asked) {
            var next = appended(EventRows.of(asked));
            List<Outcome> outcomes = new ArrayList<>(asked.size());
            for (var rows : asked) {
                outcomes.add(next);
                next = next.after(rows.size());
            }
            return outcomes;
        }

        @Override
        public void done(List<EventRows> asked, List<Outcome> outcomes) {
            if (outcomes.getFirst() instanceof Outcome.Done(long first)) {
                onAppend.accept(EventRows.of(asked).from(first));
            }
        }

        private Outcome appended(EventRows all) {
            try {
                return new Outcome.Done(writer.appendDurably(all));
            } catch (SQLException e) {
                return DatabaseTrouble.isConnectionLost(e) ? new Outcome.Failed(e) : new Outcome.Refused();
            } catch (RuntimeException _) {
                // Of one of them, which will meet it by itself.
                return new Outcome.Refused();
            }
        }
    }
}
