package dev.flagledger.query.event.export;

import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.SignedHead;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits for signed heads, which follow the log by about a second. */
@Component
final class Checkpoints {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final LogTree tree;

    Checkpoints(LogTree tree) {
        this.tree = tree;
    }

    /**
     * The first head that covers a position; after the timeout the newest there is. A tree that stands still, such as one that found
     * the log changed, must not prevent that the log is examined.
     */
    Optional<SignedHead> covering(long position) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        var head = newest();
        while (head.map(SignedHead::size).orElse(0L) < position && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                return head;
            }
            head = newest();
        }
        return head;
    }

    /** The newest head; empty in the first second of an installation. */
    Optional<SignedHead> newest() {
        return tree.head();
    }
}
