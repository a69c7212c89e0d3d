package dev.flagledger.ledger.load;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Raises nice values to ten, by {@code setpriority(2)}: on busy processors such a thread or process gets about a tenth of the time of another,
 * on idle ones all it can use. On other systems than Linux nothing is raised.
 */
public final class Niceness {

    /**
     * The nice value. Each step is a quarter more time for the others, see {@code sched(7)}. At 19, threads would come to a stop while
     * others keep all processors busy.
     */
    static final int VALUE = 10;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final Optional<MethodHandle> SETPRIORITY = linux();

    private Niceness() {}

    static void raiseOfThread() {
        SETPRIORITY.ifPresent(setpriority -> raise(setpriority, CALLING_THREAD));
    }

    /**
     * Raises that of a process with one thread. Does nothing if there is none, or it belongs to another user.
     *
     * @param process its id on this machine
     */
    public static void raiseOfProcess(int process) {
        SETPRIORITY.ifPresent(setpriority -> raise(setpriority, process));
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

    /** Everybody may raise the values of what is theirs, so the result says nothing of interest. */
    private static void raise(MethodHandle setpriority, int whose) {
        try {
            int _ = (int) setpriority.invokeExact(PRIO_PROCESS, whose, VALUE);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
