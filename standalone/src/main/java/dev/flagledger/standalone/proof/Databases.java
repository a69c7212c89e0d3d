package dev.flagledger.standalone.proof;

import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.GivenDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Databases that a command was given, and connections to them. */
final class Databases {

    private static final String VARIABLE = "FLAGLEDGER_DATABASE_URL";

    private Databases() {}

    /** The database at a URL, or else that of the environment; empty if neither is given. */
    static Optional<Database> given(@Nullable String url) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (url != null) {
            environment.put(VARIABLE, url);
        }
        return GivenDatabase.in(environment);
    }

    /** Opens a connection. Without a user, the URL has the login. */
    static Connection connect(Database database) throws SQLException {
        return database.user().isEmpty()
                ? DriverManager.getConnection(database.url())
                : DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
