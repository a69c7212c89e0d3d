package dev.flagledger.ledger.history;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Keeps the states of a node up to date with the log: starts from the last checkpoint, and reads new events after a signal, or after
 * an interval. Stops for good at an event without a project that cannot be folded.
 */
final class LogFollower<S> {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final EventLog log;
    private final NodeStates<S> states;
    private final PastStates<S> past;
    private final Consumer<Positioned<S>> begins;
    private final Runnable advanced;
    private final BackgroundLoop loop = new BackgroundLoop("history", this::readOn).pausingAtMost(MAX_PAUSE);
    private boolean begun;
    private volatile long headAtStart = Long.MAX_VALUE;

    /**
     * Creates a follower that is not started.
     *
     * @param begins receives the initial state, before any event is read
     * @param advanced is called after events were folded; must neither block nor throw
     */
    LogFollower(
            EventLog log, NodeStates<S> states, PastStates<S> past, Consumer<Positioned<S>> begins, Runnable advanced) {
        this.log = log;
        this.states = states;
        this.past = past;
        this.begins = begins;
        this.advanced = advanced;
        log.onNews(this::wake);
    }

    /** Reads new events now. */
    void wake() {
        loop.wake();
    }

    void start() {
        states.setFollowing(true);
        headAtStart = log.head();
        loop.start();
    }

    void stop() {
        states.setFollowing(false);
        loop.interrupt(STOP_TIMEOUT);
    }

    /** Whether the states include what was in the log when this follower started. */
    boolean caughtUp() {
        return position() >= headAtStart;
    }

    /** Reads new events. A state includes only durable events, by whatever node they were appended. */
    private Duration readOn() throws InterruptedException {
        try {
            begin();
            var durability = log.durability();
            long head = log.head();
            if (head - position() > ReadAhead.PAGE) {
                durability.await();
                readTo(head);
            } else if (head > position()) {
                var rows = log.unnamedRows(position(), head);
                durability.await();
                read(rows, head);
            }
        } catch (NestedRuntimeException e) {
            // The database is unavailable, or this node is stopping: tried again after a pause.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Stopped at position {}: the event after it cannot be folded", position(), e);
            states.setFollowing(false);
            loop.end();
        }
        return POLL_INTERVAL;
    }

    private void begin() {
        if (!begun) {
            states.begin(past.newest(headAtStart));
            begun = true;
            begins.accept(states.current());
        }
    }

    private void readTo(long head) throws InterruptedException {
        long from = position();
        long begin = System.nanoTime();
        try (var pages = new ReadAhead(log, position(), head)) {
            for (var rows = pages.next(); states.isFollowing() && !rows.isEmpty(); rows = pages.next()) {
                read(rows, rows.getLast().position());
            }
        }
        LOG.info("Folded {} events in {} ms", position() - from, (System.nanoTime() - begin) / NANOS_OF_MILLI);
    }

    private void read(List<LogRow> rows, long end) {
        states.read(rows);
        advanced.run();
        if (position() < end) {
            throw new IllegalStateException("The log has no event at position " + (position() + 1));
        }
    }

    private long position() {
        return states.current().position();
    }
}
