package dev.flagledger.ledger.log.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The event store of aggregates, which says when there is reason to wake who follows the log, here or elsewhere. */
final class WakingEventStore extends EmbeddedEventStore {

    private final Runnable onAppend;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> lossListeners = new CopyOnWriteArrayList<>();

    /** {@code onAppend} is run after each commit of events by this process, and must not block. */
    WakingEventStore(EventStorageEngine storage, Runnable onAppend) {
        super(EmbeddedEventStore.builder().storageEngine(storage));
        this.onAppend = onAppend;
    }

    /** Has this run whenever another process may have appended something. Must neither block nor throw. */
    void onNews(Runnable listener) {
        listeners.add(listener);
    }

    /** Has this run whenever the database was lost. Must neither block nor throw. */
    void onLoss(Runnable listener) {
        lossListeners.add(listener);
    }

    /** Says that the database was lost. */
    void lost() {
        lossListeners.forEach(Runnable::run);
    }

    /** Says that another process may have appended something. */
    void wake() {
        listeners.forEach(Runnable::run);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        onAppend.run();
    }
}
