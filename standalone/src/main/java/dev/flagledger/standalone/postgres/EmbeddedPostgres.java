package dev.flagledger.standalone.postgres;

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
 * A PostgreSQL server that lives in a data directory and listens on the loopback address only. The directory belongs to
 * one process at a time: from {@link #claim} until {@link #close} or the end of the process.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Long enough for PostgreSQL to read back the log of a crash. */
    private static final String START_SECONDS = "600";

    private static final String STOP_SECONDS = "60";
    private static final int ATTEMPTS = 3;

    private final Path directory;
    private final DirectoryLock lock;
    private final DiskReserve reserve;
    private volatile @Nullable Programs programs;
    private volatile @Nullable PostgresSupervisor watch;
    private int port;

    private EmbeddedPostgres(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
        this.reserve = new DiskReserve(directory);
    }

    /** Takes a data directory, made if it does not exist; refused while another server has it. */
    public static EmbeddedPostgres claim(Path directory) {
        try {
            Path root = made(directory).toRealPath();
            if (root.toString().matches(".*[\"$`\\\\\\n].*")) {
                throw new CannotStartException("The path of the data directory must do without quotes, backslashes,"
                        + " dollar signs and line breaks: " + root);
            }
            return new EmbeddedPostgres(root, DirectoryLock.claim(root));
        } catch (IOException failed) {
            throw new CannotStartException("Cannot use the data directory " + directory + ": " + failed, failed);
        }
    }

    /** Starts PostgreSQL on what the directory holds, and returns when it accepts connections. */
    public synchronized Database start() {
        try {
            Programs unpacked = Programs.in(Binaries.in(directory));
            programs = unpacked;
            stop(unpacked);
            reserve.giveUpIfNeeded();
            port = start(unpacked, Cluster.in(directory, unpacked));
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    Cluster.SUPERUSER,
                    Password.of(directory),
                    true,
                    "data " + directory);
        } catch (IOException failed) {
            throw new CannotStartException("Cannot start PostgreSQL in " + directory + ": " + failed, failed);
        }
    }

    /**
     * From now on PostgreSQL is started again, on the same port, whenever it ends before {@link #close}: after pauses that
     * grow, and with one line in the log for each try.
     */
    public synchronized void watch() {
        if (watch == null) {
            watch = PostgresSupervisor.over(this, reserve);
        }
    }

    /** Whether PostgreSQL runs; it need not accept connections. */
    boolean serves() throws IOException {
        return Postmaster.serves(Cluster.pathIn(directory));
    }

    /** Starts PostgreSQL where it ran before. */
    void startAgain() throws IOException {
        Programs unpacked = Objects.requireNonNull(programs);
        stop(unpacked);
        start(unpacked, Cluster.pathIn(directory), port);
    }

    /** Stops PostgreSQL, if it runs, and gives the directory back. */
    @Override
    public void close() throws IOException {
        PostgresSupervisor watching = watch;
        if (watching != null) {
            watching.end();
            // Also one that is being started just now, which may take long.
            stopIfStarted();
            watching.awaitEnd();
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

    /** On the port that it had before, if it was started before. */
    private int start(Programs unpacked, Path cluster) throws IOException {
        if (port != 0) {
            start(unpacked, cluster, port);
            return port;
        }
        // Another program may take the chosen port before PostgreSQL does; then another one is chosen.
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

    /** Ends open transactions and leaves a clean cluster; where that takes too long, one to be recovered. */
    private void stop(Programs unpacked) throws IOException {
        Path cluster = Cluster.pathIn(directory);
        for (String mode : List.of("fast", "immediate")) {
            if (Postmaster.serves(cluster)) {
                unpacked.run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=" + mode, "--timeout=" + STOP_SECONDS);
            }
        }
        Postmaster.awaitTheLast(directory);
        Postmaster.forget(cluster);
    }

    private static Path made(Path directory) throws IOException {
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
