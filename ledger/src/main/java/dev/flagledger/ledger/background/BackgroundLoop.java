package dev.flagledger.ledger.background;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that makes one round after the other until it is stopped. It rests between them for as long as the round before
 * said, unless somebody wakes it. A round that fails, by an error too, is made again after a pause that grows, up to a
 * longest one: without its loops a node would serve what is out of date.
 */
public final class BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String name;
    private final Round round;
    private final Runnable last;
    private final Duration longestPause;
    private volatile Alarm alarm = new Alarm();
    private volatile @Nullable Thread thread;
    private volatile boolean failing;

    /** What a loop does again and again. */
    @FunctionalInterface
    public interface Round {

        /**
         * Makes one round.
         *
         * @return for how long there is nothing to do, unless the loop is woken; zero to go on at once
         * @throws InterruptedException if the loop is to end now
         */
        Duration make() throws InterruptedException, SQLException;
    }

    /** A loop that is not started yet. */
    public BackgroundLoop(String name, Round round) {
        this(name, round, () -> {}, LONGEST_PAUSE);
    }

    private BackgroundLoop(String name, Round round, Runnable last, Duration longestPause) {
        this.name = name;
        this.round = round;
        this.last = last;
        this.longestPause = longestPause;
    }

    /** The same loop, which does this after its last round, however it ends. */
    public BackgroundLoop atEnd(Runnable work) {
        return new BackgroundLoop(name, round, work, longestPause);
    }

    /** The same loop, which pauses no longer than this after a failure. */
    public BackgroundLoop pausingAtMost(Duration pause) {
        return new BackgroundLoop(name, round, last, pause);
    }

    /** Starts it; nothing happens if it runs. One that was stopped may be started again. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        var fresh = new Alarm();
        alarm = fresh;
        failing = false;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> run(fresh));
    }

    /** Has it make a round now; one that is under way is followed by another. */
    public void wake() {
        wakeWithin(Duration.ZERO);
    }

    /** Has it make a round within this time, so that it does together what it is woken for meanwhile. */
    public void wakeWithin(Duration time) {
        alarm.within(time);
    }

    /** Has it begin no further round. Returns at once, so that rounds may use it too. */
    public void end() {
        alarm.end();
    }

    /**
     * Ends it, and waits for the round under way and what is done at the end.
     *
     * @return false if that takes longer than the patience
     */
    public boolean stop(Duration patience) {
        end();
        return join(patience);
    }

    /** The same, but interrupts the round under way, which waits for something that need not come any more. */
    public boolean cutOff(Duration patience) {
        end();
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        return join(patience);
    }

    /** Whether it is to begin no further round: a long one ends when it sees that. */
    public boolean isEnding() {
        return alarm.isOver();
    }

    /** Whether it makes rounds. */
    public boolean isAlive() {
        var running = thread;
        return running != null && running.isAlive();
    }

    /** Whether it makes rounds, and the last one did not fail. */
    public boolean isHealthy() {
        return isAlive() && !failing;
    }

    private boolean join(Duration patience) {
        var running = thread;
        if (running == null) {
            return true;
        }
        try {
            return running.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Alarm until) {
        var backoff = new Backoff(longestPause);
        try {
            while (!until.isOver()) {
                until.clear();
                makeRound(until, backoff);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
        }
    }

    private void makeRound(Alarm until, Backoff backoff) throws InterruptedException {
        Duration rest;
        try {
            rest = round.make();
        } catch (SQLException | RuntimeException | Error e) {
            var pause = backoff.failed();
            report(until, pause, e);
            failing = true;
            until.pause(pause);
            return;
        }
        failing = false;
        backoff.succeeded();
        if (rest.isPositive()) {
            until.await(rest);
        }
    }

    /** Where it comes from is said once, not at each try. */
    private void report(Alarm until, Duration pause, Throwable e) {
        if (until.isOver()) {
            return;
        }
        if (failing) {
            LOG.warn("{} failed again, the next try is in {} ms: {}", name, pause.toMillis(), e.toString());
        } else {
            LOG.warn("{} failed, the next try is in {} ms", name, pause.toMillis(), e);
        }
    }

    private void finish() {
        try {
            last.run();
        } catch (RuntimeException e) {
            LOG.warn("{} could not do what it does at the end: {}", name, e.toString());
        }
    }
}
