package dev.flagledger.ledger.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The progress of a rebuild, which is also logged at intervals. */
final class RebuildProgress {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildProgress.class);
    private static final long LOG_NANOS = Duration.ofSeconds(5).toNanos();

    private final String model;
    private final LongSupplier head;
    private volatile @Nullable Progress now;
    private long loggedAt = System.nanoTime();

    RebuildProgress(String model, LongSupplier head) {
        this.model = model;
        this.head = head;
    }

    /** The progress; empty without a rebuild. */
    Optional<Progress> now() {
        return Optional.ofNullable(now);
    }

    void end() {
        now = null;
    }

    void reached(long position) {
        var reached = new Progress(model, position, head.getAsLong());
        now = reached;
        if (System.nanoTime() - loggedAt > LOG_NANOS) {
            loggedAt = System.nanoTime();
            LOG.info("Rebuilding {}: event {} of {}", model, reached.position(), reached.of());
        }
    }
}
