package dev.flagledger.ledger.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A thread that makes one round after the other until it is stopped. A round that fails is made again after a pause that
 * grows, and nothing is left out: whoever fails stands still and says so.
 */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** What is told within this time is done together, unless somebody is in a hurry. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Round round;
    private final Thread thread;
    private final Backoff backoff = new Backoff();
    private final Semaphore news = new Semaphore(0);
    private final Semaphore hurry = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean failing;

    /** One round; returns for how long there is nothing to do, unless there is news. */
    interface Round {
        Duration make();
    }

    Worker(String name, Round round) {
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Has it make a round in a moment. */
    void tell() {
        news.release();
    }

    /** Has it make a round now. */
    void hurry() {
        hurry.release();
        news.release();
    }

    /** Returns when the round under way has ended, and what is left to do was done, or after a patience. */
    void stop(Runnable last) {
        stopped.countDown();
        hurry();
        try {
            if (thread.join(FAREWELL)) {
                last.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            LOG.warn("{} could not be given up: {}", thread.getName(), e.getMessage());
        }
    }

    /** Whether it makes rounds, and the last one did not fail. */
    boolean healthy() {
        return thread.isAlive() && !failing;
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) {
                attempt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            var rest = round.make();
            backoff.succeeded();
            failing = false;
            rest(rest);
        } catch (LeaseLost _) {
            LOG.debug("{} begins again where it stands by now", thread.getName());
        } catch (RuntimeException e) {
            backoff.failed();
            failing = true;
            if (stopped.getCount() > 0) {
                LOG.error("{} failed and tries again in {} s", thread.getName(), backoff.seconds(), e);
            }
            stopped.await(backoff.seconds(), TimeUnit.SECONDS);
        }
    }

    private void rest(Duration rest) throws InterruptedException {
        if (rest.isPositive() && news.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            hurry.tryAcquire(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
            hurry.drainPermits();
        }
    }
}
