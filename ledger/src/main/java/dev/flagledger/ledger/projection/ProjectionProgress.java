package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.history.History;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes readers of a projection's tables see every change that this node has answered for. A write waits only for the
 * fold; the few who read the tables wait here, until the projection, on whatever node it runs, has come as far.
 */
@Component
public final class ProjectionProgress {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);

    private final History<?> fold;
    private final JdbcClient jdbc;
    private final Serializer serializer;

    ProjectionProgress(History<?> fold, JdbcClient jdbc, Serializer serializer) {
        this.fold = fold;
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /**
     * Waits until the projection has come as far as the fold.
     *
     * @param projection the name under which its token is kept
     * @param what names its tables for those who are told that they are not ready
     * @throws NotCaughtUp if it does not come as far in time
     */
    public void awaitFold(String projection, String what) {
        long wanted = fold.at().position();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (position(projection) < wanted) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new NotCaughtUp(what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private long position(String projection) {
        return jdbc.sql("""
                        select projection_token.token, projection_token.token_type
                        from ledger.projection_token
                        where projection_token.processor_name = :name and projection_token.token is not null
                        """)
                .param("name", projection)
                .query((row, _) -> position(row.getBytes("token"), row.getString("token_type")))
                .optional()
                .orElse(0L);
    }

    private Long position(byte[] token, String type) {
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }
}
