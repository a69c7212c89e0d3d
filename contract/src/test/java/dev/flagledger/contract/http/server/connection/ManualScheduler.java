package dev.flagledger.contract.http.server.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Keeps the tasks that a test asks for, and runs none by itself; the timeouts of Jetty's connections never run out. */
final class ManualScheduler extends AbstractLifeCycle implements Scheduler {

    private final List<Long> delays = new ArrayList<>();
    private Runnable task = () -> {};
    private volatile @Nullable Thread keeping;

    /** An action that may fail. */
    interface Action {
        void run() throws Exception;
    }

    /** Runs an action, and keeps what it schedules on this thread. */
    void during(Action action) throws Exception {
        keeping = Thread.currentThread();
        try {
            action.run();
        } finally {
            keeping = null;
        }
    }

    /** The task that was kept last. */
    Runnable task() {
        return task;
    }

    /** The delays of all tasks that were kept, in milliseconds. */
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
