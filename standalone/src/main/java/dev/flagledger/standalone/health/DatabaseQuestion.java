package dev.flagledger.standalone.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A check of the database with a time limit; no answer in time counts as no. */
interface DatabaseQuestion {

    int PATIENCE_SECONDS = 2;
    Executor THREADS = task -> Thread.ofVirtual().name("database-readiness").start(task);

    boolean ask(Connection connection) throws SQLException;

    /** The result of the check, within the time limit also while the database does not respond. */
    default boolean answeredBy(DataSource database) {
        return CompletableFuture.supplyAsync(() -> answer(database), THREADS)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private boolean answer(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return ask(connection);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
