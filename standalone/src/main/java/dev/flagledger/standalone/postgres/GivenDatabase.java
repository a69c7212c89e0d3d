package dev.flagledger.standalone.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The PostgreSQL that environment variables configure, by a JDBC URL or a {@code postgres://} URI. */
public final class GivenDatabase {

    private static final String URL = "FLAGLEDGER_DATABASE_URL";
    private static final String USER = "FLAGLEDGER_DATABASE_USER";
    private static final String PASSWORD = "FLAGLEDGER_DATABASE_PASSWORD";
    private static final String JDBC = "jdbc:postgresql://";

    private GivenDatabase() {}

    /**
     * Returns the configured database; empty if there is none.
     *
     * @throws CannotStartException if its address is invalid
     */
    public static Optional<Database> in(Map<String, String> environment) {
        String address = environment.getOrDefault(URL, "").strip();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String user = environment.getOrDefault(USER, "");
        String password = environment.getOrDefault(PASSWORD, "");
        if (address.startsWith(JDBC)) {
            return Optional.of(new Database(address, user, password, null, description(withoutParameters(address))));
        }
        if (address.startsWith("postgres://") || address.startsWith("postgresql://")) {
            return Optional.of(fromUri(address, user, password));
        }
        throw invalidAddress();
    }

    /**
     * Connects once, so that a wrong address or password is reported before anything is started.
     *
     * @throws CannotStartException if the connection fails
     */
    public static Database requireReachable(Database database) {
        try (Connection _ = database.connect()) {
            return database;
        } catch (SQLException refused) {
            throw new CannotStartException(
                    "Cannot use the " + database.description() + ": " + refused.getMessage(), refused);
        }
    }

    private static Database fromUri(String address, String user, String password) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw invalidAddress();
        }
        if (uri.getHost() == null) {
            throw invalidAddress();
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String parameters = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String base = JDBC + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath();
        return new Database(
                base + parameters,
                user.isEmpty() && login.length > 0 ? decoded(login[0]) : user,
                password.isEmpty() && login.length > 1 ? decoded(login[1]) : password,
                null,
                description(base));
    }

    /** Decodes a part of the user information of a URI, in which a plus sign stands for itself. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String description(String base) {
        return "database " + base;
    }

    private static String withoutParameters(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    private static CannotStartException invalidAddress() {
        return new CannotStartException(URL + " must look like jdbc:postgresql://host:5432/database"
                + " or postgres://user:password@host:5432/database.");
    }
}
