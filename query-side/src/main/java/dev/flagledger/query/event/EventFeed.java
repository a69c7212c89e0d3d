package dev.flagledger.query.event;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.query.audit.row.AuditModel;
import dev.flagledger.query.event.table.EventView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
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
    private final EventNews news = new EventNews();

    EventFeed(History<Installation> history, Projections<Installation> projections) {
        this.history = history;
        this.projections = projections;
        history.watch(event -> news.announce(event.position()));
    }

    /** Reads what this node has confirmed. */
    <T> T current(Supplier<T> read) {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        return read.get();
    }

    /** Reads until there is something or the time is over, which other events do not prolong. */
    List<EventView> first(Supplier<List<EventView>> read, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        long known = history.at().position();
        var found = current(read);
        if (!found.isEmpty() || wait.isZero() || !waiting.tryAcquire()) {
            return found;
        }
        try {
            while (found.isEmpty() && news.await(known, deadline)) {
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
        news.close();
    }
}
