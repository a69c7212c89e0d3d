import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a client that never sleeps on the first core, and servers on the others. On the same core they would take turns, and a request
 * would wait for the end of the client's turn.
 */
final class Cores implements AutoCloseable {

    private static final int NUMBER = Runtime.getRuntime().availableProcessors();
    private static final String ALL = "0-" + (NUMBER - 1);
    private static final String FIRST = "0";
    private static final String OTHERS = "1-" + (NUMBER - 1);

    private final List<ProcessHandle> pinned;

    private Cores(List<ProcessHandle> pinned) {
        this.pinned = pinned;
    }

    /** Until it is closed, this process runs on the first core, and the server on the others. */
    static Cores apart(Process server) throws Exception {
        var apart = new Cores(putOnOthers(server));
        if (NUMBER > 1) {
            pin(ProcessHandle.current(), FIRST);
        }
        return apart;
    }

    /** Puts a server, with the processes that it has started, on the other cores for good. */
    static List<ProcessHandle> putOnOthers(Process server) throws Exception {
        var servers = Stream.concat(Stream.of(server.toHandle()), server.descendants()).toList();
        if (NUMBER > 1) {
            for (var process : servers) {
                pin(process, OTHERS);
            }
        }
        return servers;
    }

    private static void pin(ProcessHandle process, String cores) throws Exception {
        var command = List.of("taskset", "--all-tasks", "--pid", "--cpu-list", cores, Long.toString(process.pid()));
        var output = ProcessBuilder.Redirect.DISCARD;
        if (new ProcessBuilder(command).redirectOutput(output).start().waitFor() != 0 && process.isAlive()) {
            throw new IOException("failed: " + command);
        }
    }

    @Override
    public void close() throws Exception {
        for (var process : pinned) {
            pin(process, ALL);
        }
        pin(ProcessHandle.current(), ALL);
    }
}
