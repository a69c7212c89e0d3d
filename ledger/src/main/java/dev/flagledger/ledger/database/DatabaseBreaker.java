package dev.flagledger.ledger.database;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** The state of the circuit breaker, for code that must not wait for the database. */
@Component
public final class DatabaseBreaker {

    private final DataSource database;

    DatabaseBreaker(DataSource database) {
        this.database = database;
    }

    /** The exception that a request for a connection would get while the database is unreachable; otherwise empty. */
    public Optional<RuntimeException> refusal() {
        try {
            return database.isWrapperFor(BreakingDataSource.class)
                            && database.unwrap(BreakingDataSource.class).isAway()
                    ? Optional.of(new CannotGetJdbcConnectionException("No connection", BreakingDataSource.refusal()))
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of(new CannotGetJdbcConnectionException("No connection", e));
        }
    }
}
