package dev.flagledger.platform.log;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Tells whoever sends a command which position its events reached, in the thread that handles it. */
public final class Appended {

    private static final ScopedValue<AtomicLong> POSITION = ScopedValue.newInstance();
    private static final long NONE = -1;

    private Appended() {}

    /** Runs the work and returns the position of the last event it appended; empty if it appended none. */
    public static OptionalLong during(Runnable work) {
        var position = new AtomicLong(NONE);
        ScopedValue.where(POSITION, position).run(work);
        return position.get() == NONE ? OptionalLong.empty() : OptionalLong.of(position.get());
    }

    static void upTo(long position) {
        if (POSITION.isBound()) {
            POSITION.get().set(position);
        }
    }
}
