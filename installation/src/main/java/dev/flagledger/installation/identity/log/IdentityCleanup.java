package dev.flagledger.installation.identity.log;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes the rows of identities whose environment or project is deleted, some at a time, for as long as there are any. Nobody
 * reads them by then, and nothing is added to them; what stays is their history in the log.
 */
@Component
final class IdentityCleanup implements LoopLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 1_000;

    /** Goes from one environment to the next without reading the identities between. */
    private static final String ENDED = """
            with recursive kept (environment_id, project_id) as (
                (select identity.environment_id, identity.project_id from identity order by identity.environment_id limit 1)
                union all
                select next.environment_id, next.project_id from kept cross join lateral (
                    select identity.environment_id, identity.project_id from identity
                    where identity.environment_id > kept.environment_id order by identity.environment_id limit 1) as next)
            select kept.environment_id from kept where exists (
                select from ledger.ended where ended.thing in ('environment:' || kept.environment_id, 'project:' || kept.project_id))
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final BackgroundLoop loop = new BackgroundLoop("identity-cleanup", this::round);

    IdentityCleanup(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration farewell() {
        return FAREWELL;
    }

    private Duration round() {
        remove();
        return PAUSE;
    }

    /** Removes all that there are. */
    void remove() {
        for (var environment : ended()) {
            boolean more = true;
            while (more) {
                more = removedSome(environment);
            }
        }
    }

    private List<Integer> ended() {
        return jdbc.sql(ENDED).query((row, _) -> row.getInt(1)).list();
    }

    private boolean removedSome(int environmentId) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var ids = jdbc.sql("""
                            delete from identity where identity.id in (
                                select ended.id from identity as ended where ended.environment_id = :environment
                                limit :most for update skip locked)
                            returning identity.id
                            """)
                    .param("environment", environmentId)
                    .param("most", AT_A_TIME)
                    .query((row, _) -> row.getInt(1))
                    .list();
            jdbc.sql("delete from trait where trait.identity_id = any(:ids)")
                    .param("ids", ids.toArray(Integer[]::new))
                    .update();
            return !ids.isEmpty();
        }));
    }
}
