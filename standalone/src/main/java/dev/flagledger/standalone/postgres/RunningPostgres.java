package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded PostgreSQL of a server that runs in another process. */
public final class RunningPostgres {

    private RunningPostgres() {}

    /**
     * Returns the database of a running server, for a command that reads it.
     *
     * @param directory the data directory of the server
     * @throws CannotStartException if no server is running on it
     */
    public static Database in(Path directory) {
        Path cluster = Cluster.pathIn(directory);
        try {
            String port = Postmaster.portIn(cluster)
                    .orElseThrow(() -> new CannotStartException("No server is running on the data directory "
                            + directory + ". Start it, or name another source with --data, --database or --server."));
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    Cluster.SUPERUSER,
                    Password.of(directory),
                    null,
                    "data " + directory);
        } catch (IOException failed) {
            throw new CannotStartException("Cannot read the data directory " + directory + ": " + failed, failed);
        }
    }
}
