package dev.flagledger.installation.identity.log;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.log.EndedObjects;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes the rows of identities whose environment or project was deleted, in batches. These rows are neither read nor
 * changed any more; the events stay in the log.
 */
@Component
final class IdentityCleanup implements LoopLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 1_000;

    /** Skips from environment to environment in the index. */
    private static final String ENVIRONMENTS = """
            with recursive kept (environment_id, project_id) as (
                (select identity.environment_id, identity.project_id from installation.identity order by identity.environment_id limit 1)
                union all
                select next.environment_id, next.project_id from kept cross join lateral (
                    select identity.environment_id, identity.project_id from installation.identity
                    where identity.environment_id > kept.environment_id order by identity.environment_id limit 1) as next)
            select kept.environment_id, kept.project_id from kept
            """;

    private final JdbcClient jdbc;
    private final EndedObjects ended;
    private final TransactionOperations transactions;
    private final BackgroundLoop loop = new BackgroundLoop("identity-cleanup", this::round);

    IdentityCleanup(JdbcClient jdbc, EndedObjects ended, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.ended = ended;
        this.transactions = transactions;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration stopTimeout() {
        return STOP_TIMEOUT;
    }

    private Duration round() {
        remove();
        return PAUSE;
    }

    /** Deletes all such rows. */
    void remove() {
        for (int environment : endedEnvironments()) {
            boolean more = true;
            while (more) {
                more = removedSome(environment);
            }
        }
    }

    private List<Integer> endedEnvironments() {
        var environments = jdbc.sql(ENVIRONMENTS)
                .query((row, _) -> new Environment(row.getInt("environment_id"), row.getInt("project_id")))
                .list();
        var gone =
                ended.among(environments.stream().flatMap(Environment::objects).toList());
        return environments.stream()
                .filter(environment -> environment.objects().anyMatch(gone::contains))
                .map(Environment::id)
                .toList();
    }

    private record Environment(int id, int projectId) {

        Stream<String> objects() {
            return Stream.of("environment:" + id, "project:" + projectId);
        }
    }

    private boolean removedSome(int environmentId) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var ids = jdbc.sql("""
                            delete from installation.identity where identity.id in (
                                select ended.id from installation.identity as ended where ended.environment_id = :environment
                                limit :most for update skip locked)
                            returning identity.id
                            """)
                    .param("environment", environmentId)
                    .param("most", AT_A_TIME)
                    .query((row, _) -> row.getInt(1))
                    .list();
            jdbc.sql("delete from installation.trait where trait.identity_id = any(:ids)")
                    .param("ids", ids.toArray(Integer[]::new))
                    .update();
            return !ids.isEmpty();
        }));
    }
}
