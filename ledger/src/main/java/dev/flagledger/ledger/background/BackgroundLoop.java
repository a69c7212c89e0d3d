package dev.flagledger.ledger.background;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a task until it is stopped. Between rounds it waits for as long as the last round returned, unless it is
 * woken. A round that fails, even with an error, is repeated after a pause that doubles up to a maximum: without its loops a node
 * would serve stale data.
 */
public final class BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final String name;
    private final Round round;
    private final Runnable atEnd;
    private final Duration maxPause;
    private final Duration initialDelay;
    private volatile Alarm alarm = new Alarm();
    private volatile @Nullable Thread thread;
    private volatile boolean failing;

    /** The task of a loop. */
    @FunctionalInterface
    public interface Round {

        /**
         * Makes one round.
         *
         * @return the wait before the next round, unless the loop is woken; zero for none
         * @throws InterruptedException if the loop is to end now
         */
        Duration make() throws InterruptedException, SQLException;
    }

    /** Creates a loop that is not started. */
    public BackgroundLoop(String name, Round round) {
        this(name, round, () -> {}, MAX_PAUSE, Duration.ZERO);
    }

    private BackgroundLoop(String name, Round round, Runnable atEnd, Duration maxPause, Duration initialDelay) {
        this.name = name;
        this.round = round;
        this.atEnd = atEnd;
        this.maxPause = maxPause;
        this.initialDelay = initialDelay;
    }

    /** This loop with a task that runs after the last round, however that ends. */
    public BackgroundLoop atEnd(Runnable work) {
        return new BackgroundLoop(name, round, work, maxPause, initialDelay);
    }

    /** This loop with another maximum pause after failures. */
    public BackgroundLoop pausingAtMost(Duration pause) {
        return new BackgroundLoop(name, round, atEnd, pause, initialDelay);
    }

    /** This loop with a wait before its first round, so that it does not slow down the start. It is woken like from other waits. */
    public BackgroundLoop beginningAfter(Duration delay) {
        return new BackgroundLoop(name, round, atEnd, maxPause, delay);
    }

    /** Starts the loop unless it is running. A stopped loop may be started again. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        var fresh = new Alarm();
        alarm = fresh;
        failing = false;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> run(fresh));
    }

    /** Requests a round now; a running round is followed by another. */
    public void wake() {
        wakeWithin(Duration.ZERO);
    }

    /** Requests a round within this time, so that one round covers the requests in between. */
    public void wakeWithin(Duration time) {
        alarm.within(time);
    }

    /** Prevents further rounds. Returns at once, so it may be called by a round. */
    public void end() {
        alarm.end();
    }

    /**
     * Ends the loop, and waits for the running round and the task at the end.
     *
     * @return false after the timeout
     */
    public boolean stop(Duration timeout) {
        end();
        return join(timeout);
    }

    /** Like {@link #stop}, but interrupts the running round. */
    public boolean interrupt(Duration timeout) {
        end();
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        return join(timeout);
    }

    /** Whether the loop is to end; long rounds check this. */
    public boolean isEnding() {
        return alarm.isEnded();
    }

    /** Whether the loop is running. */
    public boolean isAlive() {
        var running = thread;
        return running != null && running.isAlive();
    }

    /** Whether the loop is running and its last round did not fail. */
    public boolean isHealthy() {
        return isAlive() && !failing;
    }

    private boolean join(Duration timeout) {
        var running = thread;
        if (running == null) {
            return true;
        }
        try {
            return running.join(timeout);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Alarm alarm) {
        var backoff = new Backoff(maxPause);
        try {
            if (initialDelay.isPositive()) {
                alarm.await(initialDelay);
            }
            while (!alarm.isEnded()) {
                alarm.clear();
                makeRound(alarm, backoff);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
        }
    }

    private void makeRound(Alarm alarm, Backoff backoff) throws InterruptedException {
        Duration rest;
        try {
            rest = round.make();
        } catch (SQLException | RuntimeException | Error e) {
            var pause = backoff.failed();
            report(alarm, pause, e);
            failing = true;
            alarm.pause(pause);
            return;
        }
        failing = false;
        backoff.succeeded();
        if (rest.isPositive()) {
            alarm.await(rest);
        }
    }

    /** Logs the stack trace of the first failure only. */
    private void report(Alarm alarm, Duration pause, Throwable e) {
        if (alarm.isEnded()) {
            return;
        }
        if (failing) {
            LOG.warn("{} failed again, next attempt in {} ms: {}", name, pause.toMillis(), e.toString());
        } else {
            LOG.warn("{} failed, next attempt in {} ms", name, pause.toMillis(), e);
        }
    }

    private void finish() {
        try {
            atEnd.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed at its end: {}", name, e.toString());
        }
    }
}
