package dev.flagledger.query.event;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.query.audit.row.AuditModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the audit log once it is current, and waits for news of it without a database connection. */
@Component
class EventFeed {

    /** Requests beyond this number do not wait. */
    private static final int MAX_WAITING = 1_000;

    /** Events that follow one another this closely are read together. */
    private static final Duration SETTLE = Duration.ofMillis(50);

    private static final Duration FOLD_TIMEOUT = Duration.ofSeconds(1);

    private final History<Installation> history;
    private final Projections<Installation> projections;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long announced;
    private boolean closed;

    EventFeed(History<Installation> history, Projections<Installation> projections) {
        this.history = history;
        this.projections = projections;
        history.watch(event -> announce(event.position()));
    }

    /** Reads what this node has confirmed. */
    <T> T current(Supplier<T> read) {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        return read.get();
    }

    /** Reads until there is something or the time is over. */
    List<EventView> first(Supplier<List<EventView>> read, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        long known = history.at().position();
        var found = current(read);
        if (!found.isEmpty() || wait.isZero() || !waiting.tryAcquire()) {
            return found;
        }
        try {
            while (found.isEmpty() && awaitNews(known, deadline)) {
                LockSupport.parkNanos(SETTLE.toNanos());
                // An event is announced shortly before the state includes it.
                history.await(known + 1, FOLD_TIMEOUT);
                known = history.at().position();
                found = current(read);
            }
            return found;
        } finally {
            waiting.release();
        }
    }

    /** Answers all waiting requests, so that they do not delay the shutdown. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void announce(long position) {
        lock.lock();
        try {
            announced = position;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitNews(long known, long deadline) {
        lock.lock();
        try {
            for (long left = deadline - System.nanoTime();
                    announced <= known && !closed && left > 0;
                    left = news.awaitNanos(left)) {
                // Awakened without news.
            }
            return announced > known && !closed;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
