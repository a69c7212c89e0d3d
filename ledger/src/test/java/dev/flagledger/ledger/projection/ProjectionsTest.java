package dev.flagledger.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.store.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projections on one node or two, on a real database. */
class ProjectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestLog log = TestLog.fresh();
    private final TestLog elsewhere = log.elsewhere();

    @BeforeEach
    void makeTheTable() {
        Seen.createTable(log.jdbc());
    }

    @AfterEach
    void close() {
        log.close();
        elsewhere.close();
    }

    @Test
    void aReaderThatAwaitsTheFoldSeesItsEvents() {
        try (var node = TestProjections.started(log, "one", jdbc -> new Seen(jdbc, 1))) {
            for (int login = 1; login <= 20; login++) {
                append(node, login);
                node.awaitFold();
                assertThat(logins()).endsWith(login);
            }
        }
    }

    @Test
    void theStatesAroundEachEventAreThoseOfTheLog() {
        IntStream.rangeClosed(1, 1_200).forEach(login -> log.append(new UserLoggedIn(login, LoginWay.EMAIL)));
        try (var node = TestProjections.started(log, "one", jdbc -> new Seen(jdbc, 1))) {
            await().atMost(PATIENCE).until(node.fold::caughtUp);
            node.awaitFold();

            assertThat(count("select count(*) from seen where id = login and before = login - 1 and after = login"))
                    .isEqualTo(1_200);
        }
    }

    @Test
    void eventsWithoutAWriteMoveThePositionToo() {
        try (var node = TestProjections.started(log, "one", jdbc -> new Seen(jdbc, 1))) {
            log.append(new UserLoggedOut(1), new UserLoggedOut(2));

            await().until(() -> position() == 2);
            assertThat(logins()).isEmpty();
            assertThat(node.projections.ready()).isTrue();
        }
    }

    @Test
    void aFailureIsReportedAndTheEventsBeforeItAreWritten() {
        try (var node = TestProjections.started(log, "one", jdbc -> failing(new Seen(jdbc, 1), 3))) {
            log.append(
                    new UserLoggedIn(1, LoginWay.EMAIL),
                    new UserLoggedIn(2, LoginWay.EMAIL),
                    new UserLoggedIn(3, LoginWay.EMAIL),
                    new UserLoggedIn(4, LoginWay.EMAIL));

            await().atMost(PATIENCE).until(() -> logins().equals(List.of(1, 2)));
            await().until(() -> !node.projections.ready());
            await().atMost(PATIENCE).until(() -> node.model.failures.get() > 1);
            node.model.failsAt = 0;

            await().atMost(PATIENCE).until(() -> logins().equals(List.of(1, 2, 3, 4)));
            await().until(node.projections::ready);
        }
    }

    @Test
    void aReaderOfABlockedProjectionIsRefused() {
        try (var node = TestProjections.impatient(log, "one", jdbc -> failing(new Seen(jdbc, 1), 1))) {
            append(node, 1);

            assertThatExceptionOfType(NotCaughtUp.class).isThrownBy(node::awaitFold);
        }
    }

    @Test
    void oneNodeAtATimeRunsItAndTheNextContinues() {
        var one = TestProjections.started(log, "one", jdbc -> new Seen(jdbc, 1));
        append(one, 1);
        one.awaitFold();
        try (var two = TestProjections.started(elsewhere, "two", jdbc -> new Seen(jdbc, 1))) {
            append(two, 2);
            two.awaitFold();
            assertThat(owner()).isEqualTo("one");

            one.close();
            append(two, 3);
            two.awaitFold();
            assertThat(owner()).isEqualTo("two");
            assertThat(logins()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aNodeThatLostItsLeaseWritesNothing() {
        try (var node = TestProjections.impatient(log, "one", jdbc -> new Seen(jdbc, 1))) {
            append(node, 1);
            await().atMost(PATIENCE).until(() -> logins().equals(List.of(1)));
            log.jdbc()
                    .sql(
                            "update ledger.projection set position = 0, owner = 'two', leased_until = now() + interval '1 hour'")
                    .update();
            append(node, 2);

            assertThatExceptionOfType(NotCaughtUp.class).isThrownBy(node::awaitFold);
            assertThat(logins()).containsExactly(1);
        }
    }

    @Test
    void aStoppedProjectionIsNotReady() {
        try (var node = TestProjections.started(log, "one", jdbc -> new Seen(jdbc, 1))) {
            node.projections.stop();

            assertThat(node.projections.ready()).isFalse();
        }
    }

    private static Seen failing(Seen model, int at) {
        model.failsAt = at;
        return model;
    }

    /** Appends a login, and waits until the node shows it. */
    private void append(TestProjections node, int login) {
        log.append(new UserLoggedIn(login, LoginWay.EMAIL));
        assertThat(node.fold.await(log.log().head(), PATIENCE)).isTrue();
    }

    private List<Integer> logins() {
        return log.jdbc()
                .sql("select login from seen order by id")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private long count(String sql) {
        return log.jdbc().sql(sql).query(Long.class).single();
    }

    private long position() {
        return count("select coalesce(max(position), 0) from ledger.projection");
    }

    private String owner() {
        return log.jdbc()
                .sql("select owner from ledger.projection")
                .query(String.class)
                .single();
    }
}
