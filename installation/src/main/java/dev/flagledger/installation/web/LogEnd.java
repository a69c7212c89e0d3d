package dev.flagledger.installation.web;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Where the log ends. One look at the database at a time serves all who have asked before it began. */
final class LogEnd {

    private final LongSupplier log;
    private final Lock looking = new ReentrantLock();
    private @Nullable Look last;

    LogEnd(LongSupplier log) {
        this.log = log;
    }

    /** Where the log ended at this moment of {@link System#nanoTime()} or since. */
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
