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
 */
public final class TestDatabase {

    private static final String SERVER_VARIABLE = "FLAGLEDGER_TEST_DATABASE_URL";

    private final String name = "flagledger_" + UUID.randomUUID().toString().replace("-", "");
    private boolean exists;

    private TestDatabase() {}

    /** A new, empty database, created when it is first used; it stays until the JVM ends. */
    public static TestDatabase fresh() {
        return new TestDatabase();
    }

    /** The JDBC URL, with user and password as parameters where the server asks for them. */
    public String url() {
        create("");
        return Server.URL.replaceFirst("(//[^/]*/)[^?]*", "$1" + name);
    }

    /** Opens a new connection each time: nothing is pooled, nothing needs closing but what was opened. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url());
    }

    /** The same with the tables of all modules on the class path. Of a database that was not used yet, this makes a copy of one. */
    public TestDatabase migrated() {
        if (!create(" template " + Migrated.DATABASE.name)) {
            migrate();
        }
        return this;
    }

    private TestDatabase migrate() {
        ModuleSchemas.migrate(Flyway.configure().dataSource(dataSource()));
        return this;
    }

    /** Returns whether it did not exist. */
    private synchronized boolean create(String from) {
        if (exists) {
            return false;
        }
        onServer("create database " + name + from);
        if (System.getenv(SERVER_VARIABLE) != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> onServer("drop database " + name + " with (force)")));
        }
        exists = true;
        return true;
    }

    private static void onServer(String sql) {
        JdbcClient.create(new DriverManagerDataSource(Server.URL)).sql(sql).update();
    }

    /** The one that is copied, which takes a fraction of the time of all migrations. */
    private static final class Migrated {
        static final TestDatabase DATABASE = fresh().migrate();
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
