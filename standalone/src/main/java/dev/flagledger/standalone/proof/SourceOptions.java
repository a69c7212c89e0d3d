package dev.flagledger.standalone.proof;

import dev.flagledger.standalone.postgres.RunningPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a command reads the log. */
final class SourceOptions {

    private static final String TOKEN = "FLAGLEDGER_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Read from a server, such as https://flags.example.com.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Token of a login, or 'Api-Key KEY'; otherwise taken from FLAGLEDGER_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Read from a PostgreSQL database; otherwise that of FLAGLEDGER_DATABASE_URL, if it is set.")
    private @Nullable String database;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Otherwise, the data directory of a running server (default: .flagledger).")
    private Path data = Path.of(".flagledger");

    @Option(names = "--organisation", paramLabel = "ID", description = "Only events of this organisation.")
    private @Nullable Integer organisation;

    @Option(names = "--project", paramLabel = "ID", description = "Only events of this project.")
    private @Nullable Integer project;

    @Nullable Integer organisation() {
        return organisation;
    }

    @Nullable Integer project() {
        return project;
    }

    /** The server to read; empty for a database. */
    Optional<ServerLog> server() {
        return Optional.ofNullable(server).map(address -> new ServerLog(new ServerApi(address, authorization())));
    }

    private String authorization() {
        var given = token == null ? System.getenv().getOrDefault(TOKEN, "") : token;
        return given.contains(" ") ? given : "Token " + given;
    }

    /** Opens a connection to the database to read. */
    Connection connect() throws SQLException {
        return Databases.given(database)
                .orElseGet(() -> RunningPostgres.in(data))
                .connect();
    }
}
