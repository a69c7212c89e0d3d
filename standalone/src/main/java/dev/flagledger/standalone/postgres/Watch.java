package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL again when it has ended, after pauses that grow until it has run for a while. Looks for the process rather
 * than waits for its end: where nobody collects it, a process that has ended still counts as one.
 */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 4;
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final EmbeddedPostgres postgres;
    private final Reserve reserve;
    private final Thread thread;
    private volatile boolean ended;

    private Watch(EmbeddedPostgres postgres, Reserve reserve) {
        this.postgres = postgres;
        this.reserve = reserve;
        this.thread = Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::run);
    }

    /** Begins to watch a PostgreSQL that runs. */
    static Watch over(EmbeddedPostgres postgres, Reserve reserve) {
        Watch watch = new Watch(postgres, reserve);
        watch.thread.start();
        return watch;
    }

    /** Starts it no more; a try that is under way fails once PostgreSQL is stopped. */
    void end() {
        ended = true;
        thread.interrupt();
    }

    /** Returns when no try is under way any more. */
    void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            reserve.keep();
            int tries = 0;
            long since = System.nanoTime();
            while (!ended) {
                Thread.sleep(LOOK);
                if (!serves()) {
                    Thread.sleep(pauseAfter(tries));
                    tries++;
                    startAgain(tries);
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > STEADY.toNanos()) {
                    reserve.keep();
                    tries = 0;
                    since = System.nanoTime();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serves() {
        try {
            return postgres.serves();
        } catch (IOException unknown) {
            // It may well run, so it is not touched.
            return true;
        }
    }

    private void startAgain(int number) {
        try {
            reserve.giveUpIfNeeded();
            postgres.startAgain();
            LOG.warn("PostgreSQL had ended and was started again (try {})", number);
        } catch (IOException | CannotStartException failed) {
            if (!ended) {
                LOG.error(
                        "PostgreSQL has ended and could not be started (try {}; the next one in {} s): {}",
                        number,
                        pauseAfter(number).toSeconds(),
                        String.valueOf(failed.getMessage()).replace("\n", " | "));
            }
        }
    }

    private static Duration pauseAfter(int tries) {
        if (tries == 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
