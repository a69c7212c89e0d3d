package dev.flagledger.standalone.health;

import dev.flagledger.ledger.Readiness;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** A node without its database can do nothing. */
@Component
class DatabaseReadiness implements Readiness {

    static final String NAME = "database";

    private static final DatabaseQuestion ALIVE = connection -> connection.isValid(DatabaseQuestion.PATIENCE_SECONDS);

    private final DataSource database;

    DatabaseReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ready() {
        return ALIVE.answeredBy(database);
    }
}
