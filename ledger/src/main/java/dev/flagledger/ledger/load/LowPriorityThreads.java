package dev.flagledger.ledger.load;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes daemon threads to which Linux prefers others: on busy processors they get about a tenth of the time of another thread, on
 * idle ones all they can use. Raises their nice value, since the JVM ignores {@link Thread#setPriority} there. On other systems they
 * are like other threads.
 */
public final class LowPriorityThreads implements ThreadFactory {

    /**
     * The nice value. Each step is a quarter more time for the others, see {@code sched(7)}. At 19, such threads would come to a
     * stop while others keep all processors busy.
     */
    static final int NICE = 10;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final Optional<MethodHandle> SETPRIORITY = linux();

    private final String name;
    private final AtomicInteger number = new AtomicInteger();

    /** {@code name} is the prefix of the threads' names. */
    public LowPriorityThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        return Thread.ofPlatform()
                .name(name + "-" + number.getAndIncrement())
                .daemon()
                .unstarted(() -> {
                    SETPRIORITY.ifPresent(LowPriorityThreads::beNice);
                    work.run();
                });
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> linux() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        var type = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.defaultLookup().find("setpriority").map(address -> linker.downcallHandle(address, type));
    }

    /** Everybody may raise the value of their threads, so the result says nothing of interest. */
    private static void beNice(MethodHandle setpriority) {
        try {
            int _ = (int) setpriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICE);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
