package dev.flagledger.ledger.log;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The objects that have ended: no event about them, or about anything in them, is appended any more. */
@Component
public final class EndedObjects {

    private final JdbcClient jdbc;

    public EndedObjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code objects}, each written {@code kind:id}, that have ended. */
    public Set<String> among(Collection<String> objects) {
        return jdbc.sql("select ended.thing from ledger.ended where ended.thing = any(:objects)")
                .param("objects", objects.toArray(String[]::new))
                .query((row, _) -> row.getString("thing"))
                .set();
    }

    /**
     * Waits for organisations, projects and environments that are ending, and has others wait until the caller's transaction ends, like
     * an append to the log of identities. What has ended is visible to later statements only.
     */
    public void hold() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:lock) is null")
                .param("lock", EndGuard.LOCK)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
