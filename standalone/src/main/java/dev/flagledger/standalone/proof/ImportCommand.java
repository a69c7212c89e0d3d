package dev.flagledger.standalone.proof;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.extract.DatabaseImport;
import dev.flagledger.ledger.extract.ExtractVerifier;
import dev.flagledger.ledger.schema.ModuleSchemas;
import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code flagledger import}, which verifies an extract of all events and makes it the log of an empty database. */
@Command(
        name = "import",
        description =
                "Verifies an extract and imports it into an empty database, before the first start of a server on it.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2)
public final class ImportCommand implements Callable<Integer> {

    private static final int CHANGED = 1;

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "An extract written with --keys.")
    private @Nullable Path file;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "The PostgreSQL database; otherwise that of FLAGLEDGER_DATABASE_URL, if it is set.")
    private @Nullable String database;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Otherwise, the data directory of the embedded one (default: .flagledger).")
    private Path data = Path.of(".flagledger");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        // Without Spring Boot's configuration, every step of every migration would be logged.
        LoggingSystem.get(ImportCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var out = requireNonNull(spec).commandLine().getOut();
        var extract = requireNonNull(file);
        try (var content = Files.newInputStream(extract)) {
            var fault = new ExtractVerifier(null, null).verify(content).fault();
            if (fault.isPresent()) {
                out.println("Nothing was imported. First bad entry: " + fault.get());
                return CHANGED;
            }
        }
        long events = read(extract);
        out.println("Imported " + events + " events. Start the server with the secret of the other installation.");
        return 0;
    }

    private long read(Path extract) throws IOException, SQLException {
        var given = Databases.given(database);
        if (given.isPresent()) {
            return read(extract, given.get());
        }
        try (var postgres = EmbeddedPostgres.claim(data)) {
            return read(extract, postgres.start());
        }
    }

    private static long read(Path extract, Database target) throws IOException, SQLException {
        ModuleSchemas.migrate(Flyway.configure().dataSource(new DriverManagerDataSource(target.url(), target.login())));
        try (var content = Files.newInputStream(extract);
                var connection = target.connect()) {
            return new DatabaseImport(connection).read(content);
        }
    }
}
