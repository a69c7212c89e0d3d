package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    private @Nullable Programs programs;

    private EmbeddedPostgres(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
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
            Path cluster = Cluster.in(directory, unpacked);
            int port = start(unpacked, cluster);
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

    /** Stops PostgreSQL, if it runs, and gives the directory back. */
    @Override
    public synchronized void close() throws IOException {
        if (programs != null) {
            stop(programs);
        }
        lock.close();
    }

    /** Another program may take the chosen port before PostgreSQL does; then another one is chosen. */
    private int start(Programs unpacked, Path cluster) throws IOException {
        Path log = directory.resolve("postgres.log");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            Programs.Result result = unpacked.run(
                    "pg_ctl",
                    "start",
                    "--pgdata=" + cluster,
                    "--log=" + log,
                    "--options=" + Settings.onPort(port),
                    "--timeout=" + START_SECONDS);
            if (result.succeeded()) {
                return port;
            }
        }
        throw new CannotStartException("PostgreSQL did not start; the end of " + log + " says why:\n" + lastLines(log));
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
