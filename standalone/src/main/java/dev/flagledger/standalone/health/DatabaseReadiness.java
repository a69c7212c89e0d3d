package dev.flagledger.standalone.health;

import dev.flagledger.platform.Readiness;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** A node without its database can do nothing. Whoever asks is answered soon, also while the database answers nothing. */
@Component
class DatabaseReadiness implements Readiness {

    private static final int PATIENCE_SECONDS = 2;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("database-readiness").start(task);

    private final DataSource database;

    DatabaseReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean ready() {
        return CompletableFuture.supplyAsync(this::answers, THREADS)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
