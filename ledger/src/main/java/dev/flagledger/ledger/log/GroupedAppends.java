package dev.flagledger.ledger.log;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Appends together what is to be appended at the same moment: one of those who ask leads, and appends the events of all who
 * wait in one durable transaction, in the order in which they asked. Those who come meanwhile are the next group, and one of
 * them leads it. If a group is refused, each of them has to append its events by itself, so that a refusal meets nobody else.
 */
final class GroupedAppends {

    /** So many appends make a transaction that others do not wait for long. */
    private static final int MOST = 100;

    /** What PostgreSQL and its driver say, by the beginnings of their codes, when a connection is lost or ended. */
    private static final List<String> CONNECTION_LOST = List.of("08", "57P");

    private final EventWriter writer;
    private final Consumer<List<TrackedEventMessage<?>>> onAppend;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private boolean led;

    /** {@code onAppend} is told of the events of each group before those who wait for them, and while the next is appended. */
    GroupedAppends(EventWriter writer, Consumer<List<TrackedEventMessage<?>>> onAppend) {
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

    private final class Turn {
        private final EventRows rows;
        private final Condition changed = lock.newCondition();
        private boolean taken;
        private @Nullable Outcome outcome;

        private Turn(EventRows rows) {
            this.rows = rows;
        }
    }

    /**
     * Appends events in a transaction of others, and returns the position of the first once all are durable. Empty if they
     * were not appended, and have to be by themselves.
     *
     * @throws SQLException if the database was lost meanwhile; they may have been appended then
     */
    OptionalLong append(EventRows rows) throws SQLException {
        var mine = new Turn(rows);
        lock.lock();
        try {
            waiting.add(mine);
            while (mine.outcome == null) {
                if (led || mine.taken) {
                    mine.changed.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
            return switch (mine.outcome) {
                case Outcome.Done(long first) -> OptionalLong.of(first);
                case Outcome.Refused() -> OptionalLong.empty();
                case Outcome.Failed(SQLException failure) -> throw failure;
            };
        } finally {
            lock.unlock();
        }
    }

    /** How many appends wait for the next group. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Holds the lock at the beginning and at the end, but not meanwhile. */
    private void lead() {
        var group = new ArrayList<Turn>();
        while (group.size() < MOST && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        group.forEach(turn -> turn.taken = true);
        var all = EventRows.of(group.stream().map(turn -> turn.rows).toList());
        led = true;
        lock.unlock();
        // What it stays if an error breaks this off.
        Outcome outcome = new Outcome.Failed(new SQLException("The append was broken off"));
        try {
            try {
                outcome = appended(all);
            } finally {
                letOthersLead();
            }
            if (outcome instanceof Outcome.Done(long first)) {
                onAppend.accept(all.from(first));
            }
        } finally {
            lock.lock();
            settle(group, outcome);
        }
    }

    private void letOthersLead() {
        lock.lock();
        try {
            led = false;
            if (!waiting.isEmpty()) {
                waiting.element().changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void settle(List<Turn> group, Outcome outcome) {
        var next = outcome;
        for (var turn : group) {
            turn.outcome = next;
            next = next.after(turn.rows.size());
            turn.changed.signal();
        }
    }

    private Outcome appended(EventRows all) {
        try {
            return new Outcome.Done(writer.appendDurably(all));
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            return CONNECTION_LOST.stream().anyMatch(state::startsWith) ? new Outcome.Failed(e) : new Outcome.Refused();
        } catch (RuntimeException _) {
            // Of one of them, which will meet it by itself.
            return new Outcome.Refused();
        }
    }
}
