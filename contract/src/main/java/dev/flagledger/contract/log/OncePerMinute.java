package dev.flagledger.contract.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Limits a repeated log message: due at once, and then at most once a minute. */
public final class OncePerMinute {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final AtomicLong next;

    /** {@code nanos} is a clock such as {@link System#nanoTime()}. */
    public OncePerMinute(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    /** Whether the message is due; if so, it is not due again for a minute. */
    public boolean isDue() {
        long now = nanos.getAsLong();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + MINUTE);
    }
}
