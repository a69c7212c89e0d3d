package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's server process, found by its file {@code postmaster.pid} in the cluster. After a crash that file
 * remains, and its process id may have been reused, so a process counts only if its program is in the same data
 * directory.
 */
final class Postmaster {

    private static final long EXIT_TIMEOUT_SECONDS = 10;

    private static final int PORT_LINE = 3;

    private Postmaster() {}

    /** Whether a server is running on the cluster, started by this process or an earlier one. */
    static boolean isRunning(Path cluster) throws IOException {
        Path directory = cluster.resolveSibling("");
        return ProcessHandle.of(pidIn(cluster))
                .filter(process -> isPostgresOf(directory, process))
                .isPresent();
    }

    /**
     * Waits until all processes of PostgreSQL have ended, and kills them after a timeout. The backends of a server that
     * was killed do not notice that at once, and no other server can start before they end.
     */
    static void awaitExit(Path directory) {
        List<ProcessHandle> remaining = ProcessHandle.allProcesses()
                .filter(process -> isPostgresOf(directory, process))
                .toList();
        CompletableFuture.allOf(remaining.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
        remaining.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Deletes the pid file of a server that has ended. PostgreSQL deletes it too, unless another process has got the
     * same id: then it would not start while that process is running.
     */
    static void deletePidFile(Path cluster) throws IOException {
        Files.deleteIfExists(pidFile(cluster));
    }

    /** The port of the server on the cluster; empty if none is running, or it has only begun to start. */
    static Optional<String> portIn(Path cluster) throws IOException {
        return line(PORT_LINE, cluster);
    }

    private static long pidIn(Path cluster) throws IOException {
        return line(0, cluster)
                .filter(pid -> pid.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private static Optional<String> line(int number, Path cluster) throws IOException {
        Path file = pidFile(cluster);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.stream().skip(number).map(String::strip).findFirst();
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static boolean isPostgresOf(Path directory, ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.startsWith(directory) && program.endsWith("bin/postgres"))
                .isPresent();
    }
}
