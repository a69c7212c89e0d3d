package dev.flagledger.ledger.database;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Whether the database is away, for those who have to know without asking it. */
@Component
public final class DatabaseBreaker {

    private final DataSource database;

    DatabaseBreaker(DataSource database) {
        this.database = database;
    }

    /** What is thrown at who asks for a connection while the database is away; empty if it is not, as far as is known. */
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
