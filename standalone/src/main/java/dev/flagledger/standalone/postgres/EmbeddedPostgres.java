package dev.flagledger.standalone.postgres;

import dev.flagledger.standalone.postgres.disk.DiskReserve;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server in a data directory, which listens on the loopback address only. The directory is locked by one
 * process at a time: from {@link #claim} until {@link #close} or the end of the process.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Long enough for PostgreSQL to recover from a crash. */
    private static final String START_SECONDS = "600";

    private static final String STOP_SECONDS = "60";
    private static final int ATTEMPTS = 3;

    private final Path directory;
    private final DirectoryLock lock;
    private final DiskReserve reserve;
    private volatile @Nullable Programs programs;
    private volatile @Nullable PostgresSupervisor supervisor;
    private int port;

    private EmbeddedPostgres(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
        this.reserve = new DiskReserve(directory);
    }

    /**
     * Locks a data directory, created if it does not exist.
     *
     * @throws CannotStartException if another server uses the directory, or it is unusable
     */
    public static EmbeddedPostgres claim(Path directory) {
        try {
            Path root = created(directory).toRealPath();
            if (root.toString().matches(".*[\"$`\\\\\\n].*")) {
                throw new CannotStartException("The path of the data directory must do without quotes, backslashes,"
                        + " dollar signs and line breaks: " + root);
            }
            return new EmbeddedPostgres(root, DirectoryLock.claim(root));
        } catch (IOException failed) {
            throw new CannotStartException("Cannot use the data directory " + directory + ": " + failed, failed);
        }
    }

    /**
     * Starts PostgreSQL, and returns when it accepts connections.
     *
     * @throws CannotStartException if it does not start
     */
    public synchronized Database start() {
        try {
            Programs unpacked = Programs.in(Binaries.in(directory));
            programs = unpacked;
            stop(unpacked);
            reserve.releaseIfNeeded();
            port = start(unpacked, Cluster.in(directory, unpacked));
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    Cluster.SUPERUSER,
                    Password.of(directory),
                    directory,
                    "data " + directory);
        } catch (IOException failed) {
            throw new CannotStartException("Cannot start PostgreSQL in " + directory + ": " + failed, failed);
        }
    }

    /**
     * Restarts PostgreSQL, on the same port, whenever it ends before {@link #close}. Delays between attempts grow, and
     * each attempt is logged.
     */
    public synchronized void supervise() {
        if (supervisor == null) {
            supervisor = PostgresSupervisor.start(this, reserve);
        }
    }

    /** Whether PostgreSQL is running; it may not accept connections yet. */
    boolean isRunning() throws IOException {
        return Postmaster.isRunning(Cluster.pathIn(directory));
    }

    /** Starts PostgreSQL on the port of the first start. */
    void restart() throws IOException {
        Programs unpacked = Objects.requireNonNull(programs);
        stop(unpacked);
        start(unpacked, Cluster.pathIn(directory), port);
    }

    /** Stops PostgreSQL if it is running, and unlocks the directory. */
    @Override
    public void close() throws IOException {
        PostgresSupervisor running = supervisor;
        if (running != null) {
            running.interrupt();
            // Ends a restart in progress, which may otherwise take long.
            stopIfStarted();
            running.stop();
        }
        synchronized (this) {
            stopIfStarted();
            lock.close();
        }
    }

    private void stopIfStarted() throws IOException {
        Programs unpacked = programs;
        if (unpacked != null) {
            stop(unpacked);
        }
    }

    /** Starts PostgreSQL on the previous port, or on a free one, and returns the port. */
    private int start(Programs unpacked, Path cluster) throws IOException {
        if (port != 0) {
            start(unpacked, cluster, port);
            return port;
        }
        // Another program may open the chosen port before PostgreSQL does.
        for (int attempt = 1; ; attempt++) {
            int chosen = freePort();
            try {
                start(unpacked, cluster, chosen);
                return chosen;
            } catch (CannotStartException refused) {
                if (attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    private void start(Programs unpacked, Path cluster, int on) throws IOException {
        Path log = directory.resolve("postgres.log");
        Programs.Result result = unpacked.run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--options=" + PostgresSettings.onPort(on),
                "--timeout=" + START_SECONDS);
        if (!result.succeeded()) {
            throw new CannotStartException(
                    "PostgreSQL did not start; the end of " + log + " says why:\n" + lastLines(log));
        }
    }

    /** Rolls open transactions back and shuts down cleanly; after a timeout, in a way that requires recovery. */
    private void stop(Programs unpacked) throws IOException {
        Path cluster = Cluster.pathIn(directory);
        for (String mode : List.of("fast", "immediate")) {
            if (Postmaster.isRunning(cluster)) {
                unpacked.run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=" + mode, "--timeout=" + STOP_SECONDS);
            }
        }
        Postmaster.awaitExit(directory);
        Postmaster.deletePidFile(cluster);
    }

    private static Path created(Path directory) throws IOException {
        return Files.isDirectory(directory)
                ? directory
                : Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
