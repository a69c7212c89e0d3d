package dev.flagledger.ledger.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * An event store whose readers can be woken from outside, and that says when there is reason to wake others. Its own
 * commits wake its readers a moment later, so that they do their work for all commits of that moment together.
 */
final class WakingEventStore extends EmbeddedEventStore {

    private static final Duration MOMENT = Duration.ofMillis(10);

    private final Runnable onAppend;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> lossListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService waker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-waker").daemon().factory());

    /** {@code onAppend} is run after each commit of events by this process, and must not block. */
    WakingEventStore(Builder builder, Runnable onAppend) {
        super(builder);
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

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        onAppend.run();
        if (due.compareAndSet(false, true)) {
            var _ = waker.schedule(this::wakeReaders, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Has the readers look for events now rather than at their next poll. */
    void wake() {
        listeners.forEach(Runnable::run);
        wakeReaders();
    }

    private void wakeReaders() {
        due.set(false);
        super.afterCommit(List.of());
    }

    @Override
    public void shutDown() {
        waker.shutdownNow();
        super.shutDown();
    }
}
