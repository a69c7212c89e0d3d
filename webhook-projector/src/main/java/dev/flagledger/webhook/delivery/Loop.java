package dev.flagledger.webhook.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that repeats one step until it is ended. A step that fails, as all do while the database is away, is
 * tried again every second. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private Loop(String name, Step step) {
        thread = Thread.ofVirtual().name(name).unstarted(() -> run(step));
    }

    static Loop start(String name, Step step) {
        var loop = new Loop(name, step);
        loop.thread.start();
        return loop;
    }

    /** Begins no further step. The one under way ends when it ends. */
    void end() {
        ended.countDown();
    }

    /** Returns when the last step has ended, or after the patience. */
    void join(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Step step) {
        try {
            while (ended.getCount() > 0) {
                runOnce(step);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", thread.getName());
        }
    }

    private void runOnce(Step step) throws InterruptedException {
        try {
            step.run();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{} broke off and tries again in a second", thread.getName(), e);
            ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One round of a loop. */
    interface Step {
        void run() throws InterruptedException, SQLException;
    }
}
