import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What processes have used of the cores since they began: on a machine that others use too, a steadier figure than a rate.
 *
 * @param server the Java virtual machine of the server
 * @param database the processes of its PostgreSQL that are alive
 * @param client this process
 */
record CpuTime(Duration server, Duration database, Duration client) {

    /** As of now, for a server and the PostgreSQL in its data directory. */
    static CpuTime of(Process server, Path data) throws IOException {
        var postmaster = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .getFirst();
        var backends = ProcessHandle.of(Long.parseLong(postmaster)).stream().flatMap(ProcessHandle::descendants);
        return new CpuTime(
                used(Stream.of(server.toHandle())), used(backends), used(Stream.of(ProcessHandle.current())));
    }

    /** What each of so many operations took of it that were done since then. */
    String sinceForEach(CpuTime before, double operations) {
        return "CPU of the server %.2f ms, of PostgreSQL %.2f ms, of the client %.2f ms"
                .formatted(
                        millis(server.minus(before.server)) / operations,
                        millis(database.minus(before.database)) / operations,
                        millis(client.minus(before.client)) / operations);
    }

    private static Duration used(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
