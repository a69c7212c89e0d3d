package dev.flagledger.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database of its own on a real PostgreSQL: the server named by {@code FLAGLEDGER_TEST_DATABASE_URL} (a JDBC URL of a
 * user who may create databases), or else one embedded server, started once per JVM and gone with it.
 */
public final class TestDatabase {

    private static final String SERVER_VARIABLE = "FLAGLEDGER_TEST_DATABASE_URL";

    private final PGSimpleDataSource dataSource;

    private TestDatabase(PGSimpleDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A new, empty database; it stays until the JVM ends. */
    public static TestDatabase fresh() {
        var name = "flagledger_" + UUID.randomUUID().toString().replace("-", "");
        onServer("create database " + name);
        if (System.getenv(SERVER_VARIABLE) != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> onServer("drop database " + name + " with (force)")));
        }
        var database = newDataSource();
        database.setDatabaseName(name);
        return new TestDatabase(database);
    }

    /** Opens a new connection each time: nothing is pooled, nothing needs closing but what was opened. */
    public PGSimpleDataSource dataSource() {
        return dataSource;
    }

    /** The JDBC URL, with user and password as parameters where the server asks for them. */
    public String url() {
        var separator = dataSource.getUrl().contains("?") ? "&" : "?";
        var password = dataSource.getPassword() == null ? "" : "&password=" + dataSource.getPassword();
        return dataSource.getUrl() + separator + "user=" + dataSource.getUser() + password;
    }

    private static void onServer(String sql) {
        try (var connection = newDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    private static PGSimpleDataSource newDataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(Server.URL);
        return dataSource;
    }

    private static final class Server {
        static final String URL = url();

        private static String url() {
            var named = System.getenv(SERVER_VARIABLE);
            try {
                return named != null ? named : EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
        }
    }
}
