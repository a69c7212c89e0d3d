package dev.flagledger.standalone.postgres;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.standalone.postgres.disk.DiskReserve;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts PostgreSQL when it has ended. The delay between attempts grows, and is reset when PostgreSQL has run for a
 * minute. Polls instead of waiting for the exit of the process, since a zombie process never exits.
 */
final class PostgresSupervisor {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSupervisor.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 4;
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMinutes(2);

    private final EmbeddedPostgres postgres;
    private final DiskReserve reserve;
    private final BackgroundLoop loop = new BackgroundLoop("postgres-watch", this::check).pausingAtMost(MAX_DELAY);
    private int attempts;
    private long stableSince;

    private PostgresSupervisor(EmbeddedPostgres postgres, DiskReserve reserve) {
        this.postgres = postgres;
        this.reserve = reserve;
    }

    /** Starts to supervise a running PostgreSQL. */
    static PostgresSupervisor start(EmbeddedPostgres postgres, DiskReserve reserve) {
        PostgresSupervisor supervisor = new PostgresSupervisor(postgres, reserve);
        supervisor.loop.start();
        return supervisor;
    }

    /** Prevents further restarts. One in progress fails when PostgreSQL is stopped. */
    void interrupt() {
        loop.interrupt(Duration.ZERO);
    }

    /** Waits for the end of a restart in progress. */
    void stop() {
        loop.stop(ATTEMPT_TIMEOUT);
    }

    private Duration check() {
        if (!isRunning()) {
            attempts++;
            restart();
            stableSince = System.nanoTime();
            return delayAfter(attempts);
        }
        if (stableSince == 0 || System.nanoTime() - stableSince > STABLE_AFTER.toNanos()) {
            reserve.create();
            attempts = 0;
            stableSince = System.nanoTime();
        }
        return CHECK_INTERVAL;
    }

    private boolean isRunning() {
        try {
            return postgres.isRunning();
        } catch (IOException unknown) {
            // It may be running, so do not restart it.
            return true;
        }
    }

    private void restart() {
        try {
            reserve.releaseIfNeeded();
            postgres.restart();
            LOG.warn("PostgreSQL had ended and was restarted (attempt {})", attempts);
        } catch (IOException | CannotStartException failed) {
            if (!loop.isEnding()) {
                LOG.error(
                        "PostgreSQL has ended and could not be restarted (attempt {}; next attempt in {} s): {}",
                        attempts,
                        delayAfter(attempts).toSeconds(),
                        String.valueOf(failed.getMessage()).replace("\n", " | "));
            }
        }
    }

    private static Duration delayAfter(int attempts) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    }
}
