package dev.flagledger.standalone.postgres;

import dev.flagledger.ledger.background.BackgroundLoop;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL again when it has ended, after pauses that grow until it has run for a while. Looks for the process rather
 * than waits for its end: where nobody collects it, a process that has ended still counts as one.
 */
final class PostgresSupervisor {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSupervisor.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 4;
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final Duration TRY = Duration.ofMinutes(2);

    private final EmbeddedPostgres postgres;
    private final DiskReserve reserve;
    private final BackgroundLoop loop = new BackgroundLoop("postgres-watch", this::look).pausingAtMost(LONGEST_PAUSE);
    private int tries;
    private long since;

    private PostgresSupervisor(EmbeddedPostgres postgres, DiskReserve reserve) {
        this.postgres = postgres;
        this.reserve = reserve;
    }

    /** Begins to watch a PostgreSQL that runs. */
    static PostgresSupervisor over(EmbeddedPostgres postgres, DiskReserve reserve) {
        PostgresSupervisor watch = new PostgresSupervisor(postgres, reserve);
        watch.loop.start();
        return watch;
    }

    /** Starts it no more; a try that is under way fails once PostgreSQL is stopped. */
    void end() {
        loop.interrupt(Duration.ZERO);
    }

    /** Returns when no try is under way any more. */
    void awaitEnd() {
        loop.stop(TRY);
    }

    private Duration look() {
        if (!serves()) {
            tries++;
            startAgain();
            since = System.nanoTime();
            return pauseAfter(tries);
        }
        if (since == 0 || System.nanoTime() - since > STEADY.toNanos()) {
            reserve.keep();
            tries = 0;
            since = System.nanoTime();
        }
        return LOOK;
    }

    private boolean serves() {
        try {
            return postgres.serves();
        } catch (IOException unknown) {
            // It may well run, so it is not touched.
            return true;
        }
    }

    private void startAgain() {
        try {
            reserve.giveUpIfNeeded();
            postgres.startAgain();
            LOG.warn("PostgreSQL had ended and was started again (try {})", tries);
        } catch (IOException | CannotStartException failed) {
            if (!loop.isEnding()) {
                LOG.error(
                        "PostgreSQL has ended and could not be started (try {}; the next one in {} s): {}",
                        tries,
                        pauseAfter(tries).toSeconds(),
                        String.valueOf(failed.getMessage()).replace("\n", " | "));
            }
        }
    }

    private static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
