package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.retention.Retention;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that is killed during a rebuild or a pruning leaves no partial result, and the next one continues. */
class UpkeepKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY_EVENTS = 60_000;
    private static final int OLD_DELIVERIES = 3_000;
    private static final int PRUNED_AT_ONCE = 1_000;
    private static final String AUDIT_LOG = "select * from query.audit_entry order by id";

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private @Nullable ServerProcess server;

    @AfterEach
    void killProcesses() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aRebuildContinuesAfterCrashesInItAndInItsSwap() throws IOException, SQLException {
        try (var first = TestServer.on(database)) {
            var shop = Shop.in(first);
            shop.feature(Map.of("name", "basket"));
            await().atMost(PATIENCE)
                    .until(() -> shop.ana().get(shop.audit()).ok().get("count").asInt() > 2);
        }
        logInOften();
        var before = jdbc.sql(AUDIT_LOG).query().listOfRows();

        start("one");
        jdbc.sql(RebuildIT.documented("Rebuild a view")).update();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> rebuilt() > 0);
        kill();
        assertThat(rebuilt()).isPositive().isLessThan(MANY_EVENTS);
        long begun = firstWriter("query.audit_entry_beside");
        assertThat(jdbc.sql(AUDIT_LOG).query().listOfRows()).isEqualTo(before);

        try (var reader = database.dataSource().getConnection()) {
            readTheAuditLog(reader);
            start("one");
            await().atMost(PATIENCE).until(() -> waiting("audit_entry"));
            kill();
        }
        assertThat(jdbc.sql(AUDIT_LOG).query().listOfRows()).isEqualTo(before);

        start("another");
        await().atMost(PATIENCE).until(() -> !isBeside() && version() > 0);
        assertThat(jdbc.sql(AUDIT_LOG).query().listOfRows()).isEqualTo(before);
        assertThat(firstWriter("query.audit_entry"))
                .as("lines of before the first kill")
                .isEqualTo(begun);
    }

    @Test
    void pruningIsAtomicPerGroupDespiteCrashes() throws SQLException {
        queueOld();

        try (var holder = database.dataSource().getConnection()) {
            hold(holder, OLD_DELIVERIES - PRUNED_AT_ONCE / 2);
            start(Map.of("FLAGLEDGER_RETENTION_BEGIN", "0s"));
            await().atMost(PATIENCE).until(() -> waiting("webhook_delivery"));
            kill();
        }
        await().atMost(PATIENCE).until(() -> !waiting("webhook_delivery"));

        assertThat(deliveries()).isEqualTo(PRUNED_AT_ONCE);
        assertThat(count("select count(*) from webhook.webhook_attempt")).isEqualTo(PRUNED_AT_ONCE);
        var node = RunningNode.start(Role.WEBHOOK, Map.of("spring.datasource.url", database.url(), "server.port", 0));
        node.part(Retention.class).prune();
        node.close();
        assertThat(deliveries()).isZero();
        assertThat(count("select count(*) from webhook.webhook_attempt")).isZero();
    }

    /** A node of the same name need not wait for the lease of the one that was killed. */
    private URI start(String node) {
        return start(Map.of("FLAGLEDGER_NODE_ID", node));
    }

    private URI start(Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("FLAGLEDGER_DATABASE_URL", database.url());
        var started = ServerProcess.start(environment, List.of("--port", "0"));
        server = started;
        return started.awaitReady();
    }

    private void kill() {
        if (server != null) {
            server.kill();
        }
    }

    /** Appends enough events for a rebuild to take a while. */
    private void logInOften() {
        jdbc.sql("""
                        insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, object, actor_kind, entry, leaf)
                        select head.position + n, gen_random_uuid(), 'login-' || n, 0, now(), 'user.logged-out', 1,
                            'user:1', 'SYSTEM', convert_to('{"actor":{"id":null,"kind":"SYSTEM","name":""},"address":null,'
                            || '"agent":null,"at":"2031-01-01T00:00:00.000000Z","event":{"userId":1},'
                            || '"id":"00000000-0000-0000-0000-000000000000","note":null,"request":null,'
                            || '"revision":1,"sequence":0,"stream":"login-' || n || '","type":"user.logged-out"}', 'UTF8'), ''
                        from (select max(event.position) as position from ledger.event) head, generate_series(1, :count) n
                        """).param("count", MANY_EVENTS).update();
    }

    private void queueOld() {
        jdbc.sql("""
                        insert into webhook.webhook_delivery
                            (webhook_id, environment_id, position, ordinal, sequence, lane, body, created_at, status, attempts)
                        select 1, 1, n, 0, n, 0, '', now() - interval '1 year' + n * interval '1 second', 'delivered', 1
                        from generate_series(1, :count) n
                        """).param("count", OLD_DELIVERIES).update();
        jdbc.sql("""
                        insert into webhook.webhook_attempt (delivery_id, number, started_at, duration_ms, status)
                        select webhook_delivery.id, 1, now() - interval '1 year', 1, 200 from webhook.webhook_delivery
                        """).update();
    }

    private static void readTheAuditLog(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        try (var statement = reader.createStatement()) {
            statement.execute("lock table query.audit_entry in access share mode");
        }
    }

    private static void hold(Connection holder, int position) throws SQLException {
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("select from webhook.webhook_delivery where position = " + position + " for update");
        }
    }

    /** Whether a transaction waits for a lock on a table or on a row of it. */
    private boolean waiting(String table) {
        return count(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like '%" + table + "%'")
                > 0;
    }

    private long rebuilt() {
        return count("select coalesce(max(position), 0) from ledger.projection where name = 'audit' and beside");
    }

    /** The transaction that wrote the oldest rows of a table, which differs if they were written again. */
    private long firstWriter(String table) {
        return count("select min(xmin::text::bigint) from " + table);
    }

    private boolean isBeside() {
        return count("select count(*) from ledger.projection where name = 'audit' and beside") > 0;
    }

    private long version() {
        return count("select version from ledger.projection where name = 'audit' and not beside");
    }

    private long deliveries() {
        return count("select count(*) from webhook.webhook_delivery");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
