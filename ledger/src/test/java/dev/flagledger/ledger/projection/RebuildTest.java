package dev.flagledger.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.store.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rebuilds beside the live tables, on a real database. */
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 3_000;
    private static final int ROUNDS = Boolean.getBoolean("long") ? 100 : 5;

    private final TestLog log = TestLog.fresh();

    @BeforeEach
    void makeTheTable() {
        Seen.createTable(log.jdbc());
        for (int from = 1; from <= EVENTS; from += 500) {
            log.append(IntStream.range(from, from + 500)
                    .mapToObj(user -> new UserLoggedIn(user, LoginWay.EMAIL))
                    .toArray(LedgerEvent[]::new));
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aRebuildWritesTheSameRowsIndexesAndConstraints() {
        try (var node = start(1)) {
            awaitVersion(1);
            var grown = rows();
            var indexes = indexes();

            node.projections.rebuild("seen");
            awaitVersion(1);

            assertThat(rows()).isEqualTo(grown).hasSize(EVENTS);
            assertThat(counted()).isEqualTo(EVENTS);
            assertThat(indexes()).isEqualTo(indexes).hasSize(3);
            assertThat(tables()).containsExactlyInAnyOrder("seen", "seen_count");
            await().until(() -> node.projections.rebuilding().isEmpty());
        }
    }

    @Test
    void aNewerVersionRebuildsWhileTheOldTableIsInUse() {
        try (var _ = start(1)) {
            awaitVersion(1);
        }
        try (var node = start(2)) {
            var random = new Random(7);
            for (int login = EVENTS + 1; version() < 2; login++) {
                append(node, login);
                assertThat(last()).isEqualTo(login);
                LockSupport.parkNanos(random.nextInt(5_000_000));
            }
            append(node, -1);
            assertThat(log.jdbc()
                            .sql("select distinct version from seen")
                            .query(Integer.class)
                            .list())
                    .containsExactly(2);
            assertComplete();
        }
    }

    @Test
    void anOlderVersionDoesNotTouchANewerTable() {
        try (var _ = start(2)) {
            awaitVersion(2);
        }
        try (var old = start(1)) {
            log.append(new UserLoggedIn(EVENTS + 1, LoginWay.EMAIL));
            await().until(old.fold::caughtUp);
            try (var _ = start(2)) {
                await().atMost(PATIENCE).until(() -> rows().size() == EVENTS + 1);
            }
        }
        assertThat(log.jdbc()
                        .sql("select distinct version from seen")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void anUnknownReadModelIsNotRebuilt() {
        try (var node = start(1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> node.projections.rebuild("other"));
        }
    }

    /** The connections of a node are cut at any moment, as when it is killed, and another node continues. */
    @Test
    void anInterruptedRebuildIsFinishedByAnotherNode() {
        try (var _ = start(1)) {
            awaitVersion(1);
        }
        var grown = rows();
        var random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            log.jdbc()
                    .sql("update ledger.projection set version = 0 where not beside")
                    .update();
            for (int blow = 0; blow < 3; blow++) {
                var node = start(1);
                await().atMost(PATIENCE)
                        .until(() -> !node.projections.rebuilding().isEmpty() || version() == 1);
                LockSupport.parkNanos(random.nextInt(300_000_000));
                node.kill();
                node.close();
            }
            try (var _ = start(1)) {
                awaitVersion(1);
            }
            assertThat(rows()).isEqualTo(grown);
            assertThat(counted()).isEqualTo(grown.size());
            assertThat(indexes()).hasSize(3);
        }
    }

    /** Appends a login, and waits until this node shows it. */
    private void append(TestProjections node, int login) {
        log.append(new UserLoggedIn(login, LoginWay.EMAIL));
        assertThat(node.fold.await(log.log().head(), PATIENCE)).isTrue();
        node.awaitFold();
    }

    private TestProjections start(int version) {
        return TestProjections.started(log, "node", jdbc -> new Seen(jdbc, version));
    }

    /** Waits until the table has this version and includes the whole log. */
    private void awaitVersion(int version) {
        await().atMost(PATIENCE)
                .until(() -> version() == version
                        && log.jdbc()
                                        .sql("select position from ledger.projection")
                                        .query(Long.class)
                                        .single()
                                == log.log().head());
    }

    private int version() {
        return log.jdbc()
                .sql("select version from ledger.projection where not beside")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void assertComplete() {
        assertThat(log.jdbc()
                        .sql("select count(*) from seen where id = after and before = after - 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(log.log().head());
    }

    private int last() {
        return log.jdbc()
                .sql("select login from seen order by id desc limit 1")
                .query(Integer.class)
                .single();
    }

    private List<Map<String, @Nullable Object>> rows() {
        return log.jdbc().sql("select * from seen order by id").query().listOfRows();
    }

    /** The number of logins according to the second table, which is swapped together with the first. */
    private int counted() {
        return log.jdbc()
                .sql("select sum(logins) from seen_count")
                .query(Integer.class)
                .single();
    }

    private List<String> indexes() {
        return log.jdbc()
                .sql("select indexdef from pg_indexes where tablename = 'seen' order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> tables() {
        return log.jdbc()
                .sql("select tablename from pg_tables where tablename like 'seen%'")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
