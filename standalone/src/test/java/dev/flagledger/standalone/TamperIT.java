package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.SignedHead;
import dev.flagledger.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Changes of a server's log by somebody who owns its database. {@code flagledger verify} reports each with its place, {@code N} being
 * a position in the middle of the log.
 */
class TamperIT {

    private static final List<String> TABLES = List.of("event", "tile", "tree_head");
    private static final int N = 17;
    private static final String COPY = """
            insert into ledger.event select N, gen_random_uuid(), 'inserted', sequence_number, recorded_at,
                payload_type, payload_revision, organisation_id, project_id, environment_id, object,
                actor_kind, actor_id, request_id, entry, leaf from ledger.event where position = 2""";

    private static TestDatabase database;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.fresh().migrated();
        try (var server = TestServer.on(database)) {
            var shop = Shop.in(server);
            for (int feature = 0; feature < 20; feature++) {
                shop.feature(Map.of("name", "feature_" + feature));
            }
            awaitHead(server);
            shop.feature(Map.of("name", "last"));
            awaitHead(server);
        }
        for (var table : TABLES) {
            execute("create table saved_" + table + " as select * from ledger." + table);
        }
    }

    private static void awaitHead(TestServer server) {
        await().until(() ->
                server.part(LogTree.class).head().map(SignedHead::size).orElse(0L)
                        == server.part(EventLog.class).head());
    }

    @AfterEach
    void restore() throws SQLException {
        for (var table : TABLES) {
            execute("truncate ledger." + table + "; insert into ledger." + table + " select * from saved_" + table);
        }
    }

    @Test
    void anIntactLogIsVerified() {
        var run = verify();

        assertThat(run.text()).contains("Intact: ");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FLIP where position = N | position N: the entry is not the one that was signed
            FLIP where position = N; update ledger.event set leaf = LEAF where position = N | position N: entry and leaf are not those
            delete from ledger.event where position = N | position N: the event is missing
            delete from ledger.event where position = N; update ledger.event set position = position + 1000 where position > N; update ledger.event set position = position - 1001 where position > 1000 | position N: entry and leaf are not those
            update ledger.event set position = position + 1000 where position >= N; COPY; update ledger.event set position = position - 999 where position > 1000 | position N: entry and leaf are not those
            update ledger.event set position = 1000 where position = N; update ledger.event set position = N where position = N + 1; update ledger.event set position = N + 1 where position = 1000 | position N: entry and leaf are not those
            delete from ledger.event where position >= N | position N: the event is missing, and all after it
            """)
    void aChangeIsReportedWithItsPlace(String sql, String report) throws SQLException {
        execute(sql.replace("FLIP", "update ledger.event set entry = set_byte(entry, 20, get_byte(entry, 20) # 1)")
                .replace("LEAF", "sha256('\\x00'::bytea || entry)")
                .replace("COPY", COPY)
                .replaceAll("\\bN\\b", Integer.toString(N)));

        var run = verify();

        assertThat(run.text()).contains("First bad entry: " + report.replace(" N:", " " + N + ":"));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aChangeOfAnyBitIsReportedWithItsPlace() throws SQLException {
        var random = new Random();
        int position = 1 + random.nextInt(N);
        int at = random.nextInt(100_000);
        int bit = 1 << random.nextInt(8);
        execute(
                "update ledger.event set entry = set_byte(entry, %1$d %% length(entry), get_byte(entry, %1$d %% length(entry)) # %2$d)"
                                .formatted(at, bit)
                        + " where position = " + position);

        var run = verify();

        assertThat(run.text())
                .as("at %d, byte %d, bit %d", position, at, bit)
                .contains("First bad entry: position " + position + ": the entry is not the one that was signed");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aCheckpointThatWasSavedDetectsAShorterLog(@TempDir Path directory) throws SQLException {
        var saved = directory.resolve("checkpoint").toString();
        assertThat(verify("--save", saved).exitCode()).isZero();
        execute("delete from ledger.tree_head where size > (select min(size) from ledger.tree_head where size > 0);"
                + " delete from ledger.event where position > (select max(size) from ledger.tree_head)");

        assertThat(verify().exitCode())
                .as("nothing is left of the later events")
                .isZero();
        var run = verify("--since", saved);
        assertThat(run.text()).contains("the event is missing, and all after it: the checkpoint that was kept");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static CommandRun verify(String... more) {
        var arguments = new ArrayList<>(List.of("verify", "--database", database.url()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    /** Executes SQL as a superuser for whom no trigger is fired. */
    private static void execute(String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
