package dev.flagledger.standalone.replay;

import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.history.Refold;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Compares the state in memory with a fold of the log, one at a time: each fold takes as much memory as the state. */
final class MemoryComparison {

    private final History<?> history;
    private final ReentrantLock running = new ReentrantLock();

    MemoryComparison(History<?> history) {
        this.history = history;
    }

    /** The comparison; empty, at once, while another one runs. */
    Optional<Refold> tryRun() {
        if (!running.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(history.refolded());
        } finally {
            running.unlock();
        }
    }
}
