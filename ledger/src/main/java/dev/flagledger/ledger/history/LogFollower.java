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
 * Has a node's states follow the log: they begin with the last checkpoint, and go on whenever there may be something new, after
 * a signal and now and then anyway. An event that cannot be folded, and belongs to no project, ends that for good.
 */
final class LogFollower<S> {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration LOOK_UP = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final EventLog log;
    private final NodeStates<S> states;
    private final PastStates<S> past;
    private final Consumer<Positioned<S>> begins;
    private final Runnable advanced;
    private final BackgroundLoop loop = new BackgroundLoop("history", this::readOn).pausingAtMost(PAUSE);
    private boolean begun;
    private volatile long headAtStart = Long.MAX_VALUE;

    /**
     * One that is not started yet.
     *
     * @param begins is given the state that it begins with, before it reads anything
     * @param advanced is run after the states have taken events in; must neither block nor throw
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

    /** Has it look now. */
    void wake() {
        loop.wake();
    }

    void start() {
        states.following(true);
        headAtStart = log.head();
        loop.start();
    }

    void stop() {
        states.following(false);
        loop.cutOff(FAREWELL);
    }

    /** Whether the states have come to what was in the log when it started. */
    boolean caughtUp() {
        return position() >= headAtStart;
    }

    /** Reads what is there by now. A state shows only what will survive a crash, whoever appended it. */
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
            // The database is away, or this node is ending: tried again after a pause.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Stopped at position {}: the event after it cannot be folded", position(), e);
            states.following(false);
            loop.end();
        }
        return LOOK_UP;
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
