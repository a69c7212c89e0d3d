package dev.flagledger.standalone.proof;

import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.GivenDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Databases that a command was given. */
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
}
