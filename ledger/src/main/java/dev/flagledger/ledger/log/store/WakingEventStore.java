package dev.flagledger.ledger.log.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's event store, with callbacks for appends by this process and by others. */
final class WakingEventStore extends EmbeddedEventStore {

    private final Runnable onAppend;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> lossListeners = new CopyOnWriteArrayList<>();

    /** {@code onAppend} is called after each commit of events by this process, and must not block. */
    WakingEventStore(EventStorageEngine storage, Runnable onAppend) {
        super(EmbeddedEventStore.builder().storageEngine(storage));
        this.onAppend = onAppend;
    }

    /** Adds a listener for possible appends by other processes. It must neither block nor throw. */
    void onNews(Runnable listener) {
        listeners.add(listener);
    }

    /** Adds a listener for lost connections. It must neither block nor throw. */
    void onLoss(Runnable listener) {
        lossListeners.add(listener);
    }

    void lost() {
        lossListeners.forEach(Runnable::run);
    }

    /** Reports that another process may have appended events. */
    void wake() {
        listeners.forEach(Runnable::run);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        onAppend.run();
    }
}
