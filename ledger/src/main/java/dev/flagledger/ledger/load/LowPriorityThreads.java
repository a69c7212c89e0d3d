package dev.flagledger.ledger.load;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes daemon threads to which Linux prefers others. Raises their {@linkplain Niceness nice value}, since the JVM ignores
 * {@link Thread#setPriority} there. On other systems they are like other threads.
 */
public final class LowPriorityThreads implements ThreadFactory {

    private static final ScopedValue<Boolean> LOW = ScopedValue.newInstance();

    private final String name;
    private final Niceness niceness;
    private final AtomicInteger number = new AtomicInteger();

    /** {@code name} is the prefix of the threads' names. */
    public LowPriorityThreads(String name) {
        this(name, Niceness.LOW);
    }

    LowPriorityThreads(String name, Niceness niceness) {
        this.name = name;
        this.niceness = niceness;
    }

    /** Whether the current thread is one of these. */
    public static boolean isCurrent() {
        return LOW.isBound();
    }

    @Override
    public Thread newThread(Runnable work) {
        return Thread.ofPlatform()
                .name(name + "-" + number.getAndIncrement())
                .daemon()
                .unstarted(() -> {
                    niceness.raiseOfThread();
                    ScopedValue.where(LOW, true).run(work);
                });
    }
}
