package dev.flagledger.ledger.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The database schemas of the modules on the class path. A module that has tables brings its migrations in {@code db/<schema>};
 * each schema is numbered, migrated and remembered apart from the others, and only its own module reads or writes it.
 */
public final class ModuleSchemas {

    private static final Pattern FOLDER = Pattern.compile("/db/([a-z]+)/[^/]+$");

    private ModuleSchemas() {}

    /** Creates what is missing in the database that {@code settings} name. */
    public static void migrate(Configuration settings) {
        all(settings).forEach(Flyway::migrate);
    }

    /** The migrations of each schema, for the database that {@code settings} name; the schema is the default one of each. */
    public static List<Flyway> all(Configuration settings) {
        return Arrays.stream(firstMigrations())
                .map(ModuleSchemas::schemaOf)
                .distinct()
                .sorted()
                .map(schema -> Flyway.configure()
                        .configuration(settings)
                        .schemas(schema)
                        .defaultSchema(schema)
                        .locations("classpath:db/" + schema)
                        .load())
                .toList();
    }

    private static Resource[] firstMigrations() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/V1__*.sql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schemaOf(Resource migration) {
        try {
            var folder = FOLDER.matcher(migration.getURL().toString());
            if (!folder.find()) {
                throw new IllegalStateException("Not in the folder of a schema: " + migration);
            }
            return folder.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
