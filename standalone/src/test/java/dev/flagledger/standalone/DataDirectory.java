package dev.flagledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A server's data directory as seen from outside: the processes of its PostgreSQL and, over a connection of its own, its data. Closing
 * kills the processes that still run in it.
 *
 * @param path the directory
 */
public record DataDirectory(Path path) implements AutoCloseable {

    /** The first column of the first row. */
    public String query(String sql) {
        try (Connection connection = connect(password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Executes a statement in a transaction of its own. */
    public void execute(String sql) {
        try (Connection connection = connect(password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Logs in as the server's user with a password. */
    public Connection connect(String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + place(), "flagledger", password);
    }

    /** The URL of the database for {@code FLAGLEDGER_DATABASE_URL}. */
    public String address() {
        return "postgres://flagledger:" + password() + "@" + place();
    }

    /** PostgreSQL's server process; fails if there is none. */
    public ProcessHandle postmaster() {
        return ProcessHandle.of(Long.parseLong(postmasterFile().getFirst().strip()))
                .orElseThrow(() -> new AssertionError("PostgreSQL does not run"));
    }

    /** All processes whose program is in the directory. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(path.toString()))
                .toList();
    }

    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    private String place() {
        return "127.0.0.1:" + postmasterFile().get(3) + "/postgres";
    }

    private String password() {
        return read("password").getFirst();
    }

    private List<String> postmasterFile() {
        return read("postgres/postmaster.pid");
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(path.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
