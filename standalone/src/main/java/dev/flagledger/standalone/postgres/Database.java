package dev.flagledger.standalone.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database to connect to.
 *
 * @param url the JDBC URL
 * @param user the user to log in as; empty if the URL contains it
 * @param password the user's password; empty if the URL contains it or none is needed
 * @param directory the data directory of which only this server uses the database; null for another database
 * @param description a text for the operator, without secrets
 */
public record Database(
        String url, String user, String password, @Nullable Path directory, String description) {

    private static final String CONNECT_TIMEOUT_SECONDS = "10";

    /** Opens a connection, within ten seconds. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login());
    }

    /** The properties of connections beside the URL. */
    public Properties login() {
        var login = new Properties();
        login.put("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        if (!user.isEmpty()) {
            login.put("user", user);
            login.put("password", password);
        }
        return login;
    }

    /** Only the description, since URL and password must not be logged. */
    @Override
    public String toString() {
        return "Database[" + description + "]";
    }
}
