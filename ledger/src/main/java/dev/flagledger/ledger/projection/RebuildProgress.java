package dev.flagledger.ledger.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a rebuild has come, for those who ask, and now and then for the server's log. */
final class RebuildProgress {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildProgress.class);
    private static final long SAY_NANOS = Duration.ofSeconds(5).toNanos();

    private final String model;
    private final LongSupplier head;
    private volatile @Nullable Progress now;
    private long saidAt = System.nanoTime();

    RebuildProgress(String model, LongSupplier head) {
        this.model = model;
        this.head = head;
    }

    /** Empty when nothing is made anew. */
    Optional<Progress> now() {
        return Optional.ofNullable(now);
    }

    void end() {
        now = null;
    }

    void reached(long position) {
        var reached = new Progress(model, position, head.getAsLong());
        now = reached;
        if (System.nanoTime() - saidAt > SAY_NANOS) {
            saidAt = System.nanoTime();
            LOG.info("Making {} anew: event {} of {}", model, reached.position(), reached.of());
        }
    }
}
