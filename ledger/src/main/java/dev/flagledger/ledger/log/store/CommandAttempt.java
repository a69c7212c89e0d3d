package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.append.Durability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One attempt to handle a command: the cached aggregates that it was decided on, and the events that it appended. For one thread. */
public final class CommandAttempt {

    private static final ScopedValue<CommandAttempt> CURRENT = ScopedValue.newInstance();

    private final List<Recorded> appended = new ArrayList<>();
    private final Map<String, Long> unverified = new HashMap<>();
    private final List<Durability> durabilities = new ArrayList<>();

    /** Runs a handler within this attempt. */
    public void run(Runnable handler) {
        ScopedValue.where(CURRENT, this).run(handler);
    }

    /** The appended events, in order. */
    public List<Recorded> appended() {
        return List.copyOf(appended);
    }

    /**
     * Waits until the appended events are durable. To be called outside of transactions.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException if that is unknown: the events may be lost
     */
    public void awaitDurable() {
        durabilities.forEach(Durability::await);
    }

    /** The streams of the aggregates that were used from the cache without a check, each with its cached sequence number. */
    Map<String, Long> unverified() {
        return unverified;
    }

    /** Records appended events in the current attempt, if there is one. */
    static void appended(List<TrackedEventMessage<?>> events, Durability durability) {
        if (CURRENT.isBound()) {
            var attempt = CURRENT.get();
            events.stream().map(EventLog::recorded).forEach(attempt.appended::add);
            attempt.durabilities.add(durability);
        }
    }

    /** Records that an aggregate was used from the cache without a check. False if there is no current attempt to check it later. */
    static boolean recordUnverified(String stream, long sequence) {
        if (CURRENT.isBound()) {
            CURRENT.get().unverified.put(stream, sequence);
            return true;
        }
        return false;
    }
}
