package dev.flagledger.ledger.history;

import dev.flagledger.ledger.log.EventLog;
import dev.flagledger.ledger.log.LogRow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/** Reads the log on from where a history stands, whenever there may be something new: after a signal, and now and then anyway. */
final class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int LOOK_UP_MILLIS = 500;
    private static final int PAUSE_MILLIS = 500;
    private static final long NANOS_OF_MILLI = 1_000_000;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final EventLog log;
    private final History<?> history;
    private final Semaphore news = new Semaphore(0);
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    LogFollower(EventLog log, History<?> history) {
        this.log = log;
        this.history = history;
        log.onNews(this::wake);
    }

    /** Has it look now. */
    void wake() {
        news.release();
    }

    void start() {
        thread = Thread.ofPlatform().name("history").daemon().start(this::follow);
    }

    void stop() {
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (history.isRunning()) {
                readOn();
                news.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            history.failed(e);
        }
    }

    /** Reads what is there by now. A state shows only what will survive a crash, whoever appended it. */
    private void readOn() throws InterruptedException {
        try {
            history.begin();
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
            if (history.isRunning()) {
                LOG.warn("Cannot read the log after position {}, trying again: {}", position(), e.getMessage());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void readTo(long head) throws InterruptedException {
        long from = position();
        long begun = System.nanoTime();
        try (var pages = new ReadAhead(log, position(), head)) {
            for (var rows = pages.next(); history.isRunning() && !rows.isEmpty(); rows = pages.next()) {
                read(rows, rows.getLast().position());
            }
        }
        LOG.info("Folded {} events in {} ms", position() - from, (System.nanoTime() - begun) / NANOS_OF_MILLI);
    }

    private void read(List<LogRow> rows, long end) {
        history.read(rows);
        if (position() < end) {
            throw new IllegalStateException("The log has no event at position " + (position() + 1));
        }
    }

    private long position() {
        return history.at().position();
    }
}
