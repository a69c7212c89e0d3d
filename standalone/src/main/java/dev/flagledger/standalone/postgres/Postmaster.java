package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's server process, found by the file that it keeps in its cluster while it lives. The file alone proves
 * nothing: after a crash it stays, and by then its process id may belong to somebody else. So a process counts only if
 * it runs a program out of the same data directory, which nobody else does.
 */
final class Postmaster {

    private static final long PATIENCE_SECONDS = 10;

    private Postmaster() {}

    /** Whether a server runs on the cluster, left over or our own. */
    static boolean serves(Path cluster) throws IOException {
        Path directory = cluster.resolveSibling("");
        return ProcessHandle.of(pidIn(cluster))
                .filter(process -> isPostgresOf(directory, process))
                .isPresent();
    }

    /**
     * Waits for PostgreSQL's remaining processes: the backends of a server that was killed notice its end only when
     * they next look up, and until then no other server may start. The ones that do not notice are killed.
     */
    static void awaitTheLast(Path directory) {
        List<ProcessHandle> last = ProcessHandle.allProcesses()
                .filter(process -> isPostgresOf(directory, process))
                .toList();
        CompletableFuture.allOf(last.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        last.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Removes the file of a server that is no more. PostgreSQL does so too, but not when the process id in it is in
     * use again: then it would refuse to start for as long as that stranger lives.
     */
    static void forget(Path cluster) throws IOException {
        Files.deleteIfExists(pidFile(cluster));
    }

    private static long pidIn(Path cluster) throws IOException {
        Path file = pidFile(cluster);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
        return pid.matches("[0-9]{1,9}") ? Long.parseLong(pid) : -1;
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
