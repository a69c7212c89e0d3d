package dev.flagledger.contract.http.server.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Records the scheduled tasks and runs none by itself, so Jetty's own timeouts never expire. */
final class ManualScheduler extends AbstractLifeCycle implements Scheduler {

    private final List<Long> delays = new ArrayList<>();
    private Runnable task = () -> {};
    private volatile @Nullable Thread keeping;

    /** An action that may fail. */
    interface Action {
        void run() throws Exception;
    }

    /** Runs an action, and records what it schedules on this thread. */
    void during(Action action) throws Exception {
        keeping = Thread.currentThread();
        try {
            action.run();
        } finally {
            keeping = null;
        }
    }

    /** Returns the last recorded task. */
    Runnable task() {
        return task;
    }

    /** Returns the delays of all recorded tasks, in milliseconds. */
    List<Long> delays() {
        return delays;
    }

    @Override
    public Task schedule(Runnable scheduled, long delay, TimeUnit unit) {
        if (Thread.currentThread().equals(keeping)) {
            task = scheduled;
            delays.add(unit.toMillis(delay));
        }
        return () -> true;
    }
}
