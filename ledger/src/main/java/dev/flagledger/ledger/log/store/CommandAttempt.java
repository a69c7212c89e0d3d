package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.append.Durability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One attempt to have a command handled: what it was decided on, and what it appended. For one thread. */
public final class CommandAttempt {

    private static final ScopedValue<CommandAttempt> CURRENT = ScopedValue.newInstance();

    private final List<Recorded> appended = new ArrayList<>();
    private final Map<String, Long> remembered = new HashMap<>();
    private final List<Durability> durabilities = new ArrayList<>();

    /** Does the work, which is this attempt. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The events that were appended, in their order. */
    public List<Recorded> appended() {
        return List.copyOf(appended);
    }

    /**
     * Returns when the events will survive a crash. Outside of a transaction.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException if that cannot be known: they may be lost
     */
    public void awaitDurable() {
        durabilities.forEach(Durability::await);
    }

    /** The streams of aggregates that were taken from memory unseen, each with the last number that was known of it. */
    Map<String, Long> remembered() {
        return remembered;
    }

    /** Notes in the attempt of this thread, if it is one, which events it appended. */
    static void appended(List<TrackedEventMessage<?>> events, Durability durability) {
        if (CURRENT.isBound()) {
            var attempt = CURRENT.get();
            events.stream().map(EventLog::recorded).forEach(attempt.appended::add);
            attempt.durabilities.add(durability);
        }
    }

    /** Notes that an aggregate was taken from memory. False if this thread makes no attempt that would check it later. */
    static boolean remembered(String stream, long sequence) {
        if (CURRENT.isBound()) {
            CURRENT.get().remembered.put(stream, sequence);
            return true;
        }
        return false;
    }
}
