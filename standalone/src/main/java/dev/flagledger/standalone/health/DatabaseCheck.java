package dev.flagledger.standalone.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A check of the database with a timeout, after which it counts as failed. */
interface DatabaseCheck {

    int TIMEOUT_SECONDS = 2;
    Executor EXECUTOR = task -> Thread.ofVirtual().name("database-readiness").start(task);

    /** Runs the check; an exception counts as failure. */
    boolean run(Connection connection) throws SQLException;

    /** Whether the check succeeds. Returns within the timeout, even if the database does not respond. */
    default boolean passes(DataSource database) {
        return CompletableFuture.supplyAsync(() -> run(database), EXECUTOR)
                .completeOnTimeout(false, TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private boolean run(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return run(connection);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
