package dev.flagledger.ledger.load;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * How much others are preferred to a thread or process on Linux: its nice value, which is raised by {@code setpriority(2)}, and for the
 * lowest its policy. On idle processors it can use all the same. Each step is a quarter more time for the others, see {@code sched(7)}.
 * On other systems nothing is raised.
 */
public enum Niceness {
    /** On a busy processor it gets about a tenth of the time of another. */
    LOW(10),
    /**
     * A thread gives way as soon as another is ready, and on a busy processor comes almost to a stop: its policy is {@code SCHED_IDLE}.
     * With a nice value alone it would keep the processor to the end of its turn, which lasts some milliseconds.
     */
    LOWEST(19);

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final int SCHED_IDLE = 5;
    private static final Optional<MethodHandle> SETPRIORITY =
            linux("setpriority", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final Optional<MethodHandle> SCHED_SETSCHEDULER =
            linux("sched_setscheduler", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

    private final int value;

    Niceness(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    void raiseOfThread() {
        SETPRIORITY.ifPresent(setpriority -> raise(setpriority, CALLING_THREAD));
        if (this == LOWEST) {
            SCHED_SETSCHEDULER.ifPresent(Niceness::giveWay);
        }
    }

    /**
     * Raises that of a process with one thread. Does nothing if there is none, or it belongs to another user.
     *
     * @param process its id on this machine
     */
    public void raiseOfProcess(int process) {
        SETPRIORITY.ifPresent(setpriority -> raise(setpriority, process));
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> linux(String function, MemoryLayout... parameters) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        var type = FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters);
        return linker.defaultLookup().find(function).map(address -> linker.downcallHandle(address, type));
    }

    /** Everybody may raise the values of what is theirs, so the result says nothing of interest. */
    private void raise(MethodHandle setpriority, int whose) {
        try {
            int _ = (int) setpriority.invokeExact(PRIO_PROCESS, whose, value);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }

    /** Where the C library does not offer this, as in musl, the nice value is all. */
    private static void giveWay(MethodHandle setscheduler) {
        try (var arena = Arena.ofConfined()) {
            var noPriority = arena.allocate(ValueLayout.JAVA_INT);
            int _ = (int) setscheduler.invokeExact(CALLING_THREAD, SCHED_IDLE, noPriority);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
