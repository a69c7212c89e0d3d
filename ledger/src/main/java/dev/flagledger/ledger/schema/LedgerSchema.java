package dev.flagledger.ledger.schema;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/** The migrations of the ledger: they are numbered, run and remembered apart from those of the read models. */
public final class LedgerSchema {

    /** The schema in PostgreSQL that holds the tables. */
    public static final String NAME = "ledger";

    private LedgerSchema() {}

    /** The ledger's migrations, for the database that {@code settings} name. */
    public static Flyway in(Configuration settings) {
        return Flyway.configure()
                .configuration(settings)
                .schemas(NAME)
                .defaultSchema(NAME)
                .locations("classpath:db/ledger")
                .load();
    }
}
