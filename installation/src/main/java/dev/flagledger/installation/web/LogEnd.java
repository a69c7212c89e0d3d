package dev.flagledger.installation.web;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The last position of the log. One query serves all callers that asked before it started. */
final class LogEnd {

    private final LongSupplier log;
    private final Lock looking = new ReentrantLock();
    private @Nullable Look last;

    LogEnd(LongSupplier log) {
        this.log = log;
    }

    /** Returns the last position at this moment of {@link System#nanoTime()} or later. */
    long since(long moment) {
        looking.lock();
        try {
            var known = last;
            if (known == null || known.begun() - moment < 0) {
                known = new Look(System.nanoTime(), log.getAsLong());
                last = known;
            }
            return known.position();
        } finally {
            looking.unlock();
        }
    }

    private record Look(long begun, long position) {}
}
