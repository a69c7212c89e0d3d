package dev.flagledger.ledger.fold;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.log.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/** Reads the log on from where a fold stands, whenever there may be something new: after a signal, and now and then anyway. */
final class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int LOOK_UP_MILLIS = 500;
    private static final int PAUSE_MILLIS = 500;
    private static final int PAGE = 1_000;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final EventLog log;
    private final LiveFold<?> fold;
    private final Semaphore news = new Semaphore(0);
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    LogFollower(EventLog log, LiveFold<?> fold) {
        this.log = log;
        this.fold = fold;
        log.onNews(this::wake);
    }

    /** Has it look now. */
    void wake() {
        news.release();
    }

    void start() {
        thread = Thread.ofPlatform().name("live-fold").daemon().start(this::follow);
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
            while (fold.isRunning()) {
                readOn();
                news.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fold.failed(e);
        }
    }

    /** Reads what is there by now. A state shows only what will survive a crash, whoever appended it. */
    private void readOn() throws InterruptedException {
        try {
            var durability = log.durability();
            for (var events = next(); fold.isRunning() && !events.isEmpty(); events = next()) {
                durability.await();
                fold.take(events);
                if (position() < events.getLast().position()) {
                    throw new IllegalStateException("The log has no event at position " + (position() + 1));
                }
            }
        } catch (NestedRuntimeException e) {
            if (fold.isRunning()) {
                LOG.warn("Cannot read the log after position {}, trying again: {}", position(), e.getMessage());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** The next events; one alone where a page holds one that this version does not know, so that all before it count. */
    private List<RecordedEvent> next() {
        try {
            return log.next(position(), PAGE);
        } catch (SerializationException _) {
            return log.next(position(), 1);
        }
    }

    private long position() {
        return fold.at().position();
    }
}
