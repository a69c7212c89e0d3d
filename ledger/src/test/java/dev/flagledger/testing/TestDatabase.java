package dev.flagledger.testing;

import dev.flagledger.ledger.schema.ModuleSchemas;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty database of its own on a real PostgreSQL: the server named by {@code FLAGLEDGER_TEST_DATABASE_URL} (a JDBC URL of a
 * user who may create databases), or else one embedded server, started once per JVM and gone with it.
 *
 * @param url the JDBC URL, with user and password as parameters where the server asks for them
 */
public record TestDatabase(String url) {

    private static final String SERVER_VARIABLE = "FLAGLEDGER_TEST_DATABASE_URL";

    /** A new, empty database; it stays until the JVM ends. */
    public static TestDatabase fresh() {
        var name = "flagledger_" + UUID.randomUUID().toString().replace("-", "");
        onServer("create database " + name);
        if (System.getenv(SERVER_VARIABLE) != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> onServer("drop database " + name + " with (force)")));
        }
        return new TestDatabase(Server.URL.replaceFirst("(//[^/]*/)[^?]*", "$1" + name));
    }

    /** Opens a new connection each time: nothing is pooled, nothing needs closing but what was opened. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url);
    }

    /** The same with the tables of all modules on the class path. */
    public TestDatabase migrated() {
        ModuleSchemas.migrate(Flyway.configure().dataSource(dataSource()));
        return this;
    }

    private static void onServer(String sql) {
        JdbcClient.create(new DriverManagerDataSource(Server.URL)).sql(sql).update();
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
