package dev.flagledger.ledger.log.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.store.TestLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** Appends become concurrent by waiting for the end of an object. */
class StreamLogTest {

    private static final int ABSENT = 13;
    private static final int IMPOSSIBLE = 17;

    private final TestLog log = TestLog.fresh();
    private final StreamAppender<UserLoggedIn> logins =
            streams(log).appender(new OfUsers("""
            guard as (select asked.place from alive join unnest(?::int[]) with ordinality as asked (id, place) using (place)
                where asked.id <> %d and 1 / (asked.id - %d) is not null)""".formatted(ABSENT, IMPOSSIBLE)));

    @AfterEach
    void close() {
        log.close();
    }

    private record OfUsers(String sql) implements RowChange<UserLoggedIn> {
        @Override
        public void bind(Parameters parameters, List<PlacedEvent<UserLoggedIn>> events) throws SQLException {
            parameters.add("int", events, event -> event.event().userId());
        }
    }

    private static StreamLog streams(TestLog node) {
        return node.streams(events -> events.stream()
                .map(event -> (UserLoggedIn) event.getPayload())
                .map(event -> new AppendContext(TestLog.SCOPE, List.of("user:" + event.userId()), false))
                .toList());
    }

    @Test
    void anAppendIsDurableRegardlessOfTheOperatorsSetting() {
        var database =
                log.jdbc().sql("select current_database()").query(String.class).single();
        log.jdbc()
                .sql("alter database \"" + database + "\" set synchronous_commit = off")
                .update();

        try (var node = log.elsewhere()) {
            assertThat(node.jdbc()
                            .sql("show synchronous_commit")
                            .query(String.class)
                            .single())
                    .isEqualTo("off");
            var ifDurable = streams(node).appender(new OfUsers("""
                    guard as (select asked.place from alive join unnest(?::int[]) with ordinality as asked (id, place) using (place)
                        where current_setting('synchronous_commit') = 'on')"""));
            assertThat(append(ifDurable, 1)).isTrue();
        }
    }

    @Test
    void theNewestEventsComeFirst() {
        for (long sequence = 0; sequence < 4; sequence++) {
            logins.append("user-1", sequence, new UserLoggedIn(1, LoginWay.EMAIL), Attribution.SYSTEM);
        }
        var newest = streams(log).newest("user-1", Long.MAX_VALUE, null, 2);

        assertThat(newest).extracting(StreamEvent::sequence).containsExactly(3L, 2L);
        assertThat(streams(log).newest("user-1", 2, null, 9))
                .extracting(StreamEvent::sequence)
                .containsExactly(1L, 0L);
        assertThat(streams(log)
                        .newest("user-1", Long.MAX_VALUE, newest.getLast().at(), 1))
                .extracting(StreamEvent::sequence)
                .containsExactly(1L);
        assertThat(streams(log).newest("user-2", Long.MAX_VALUE, null, 1)).isEmpty();
        assertThat(streams(log).newest("user-1", 3, List.of("user.logged-in", "user.renamed")))
                .map(StreamEvent::sequence)
                .hasValue(2L);
        assertThat(streams(log).newest("user-1", 3, List.of("user.renamed"))).isEmpty();
    }

    @Test
    void concurrentAppendsShareATransaction() throws Exception {
        var appended = allAtOnce(1, 2, 3, 4, 5, 6);

        for (var append : appended) {
            assertThat(append.get()).isTrue();
        }
        assertThat(log.jdbc()
                        .sql("select count(distinct xmin::text) from ledger.stream_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(streams(log).stream("user-6"))
                .extracting(StreamEvent::event)
                .containsExactly(new UserLoggedIn(6, LoginWay.EMAIL));
    }

    @Test
    void aRefusedAppendDoesNotAffectItsGroup() throws Exception {
        log.append(new UserLoggedOut(7));

        var appended = allAtOnce(1, 2, 7, ABSENT, 5);

        assertThat(appended.get(1).get()).isTrue();
        assertThatThrownBy(appended.get(2)::get).hasCauseInstanceOf(EndedException.class);
        assertThat(appended.get(3).get()).isFalse();
        assertThat(appended.get(4).get()).isTrue();
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void aFailedAppendFailsAlone() throws Exception {
        var appended = allAtOnce(1, 2, IMPOSSIBLE, 3, 3, 4);

        for (int place : new int[] {0, 1, 3, 5}) {
            assertThat(appended.get(place).get()).isTrue();
        }
        assertThatThrownBy(appended.get(2)::get).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(appended.get(4)::get).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void anAppendInATransactionIsRolledBackWithIt() {
        var transaction = log.transactions().startTransaction();
        assertThat(append(logins, 1)).isTrue();
        transaction.rollback();

        assertThat(events()).isZero();
        assertThat(append(logins, 1)).isTrue();
    }

    private long events() {
        return log.jdbc()
                .sql("select count(*) from ledger.stream_event")
                .query(Long.class)
                .single();
    }

    private static boolean append(StreamAppender<UserLoggedIn> appender, int user) {
        return appender.append("user-" + user, 0, new UserLoggedIn(user, LoginWay.EMAIL), Attribution.SYSTEM);
    }

    private boolean anAppendIsWaitingForTheEnd() {
        return log.jdbc()
                .sql("select exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database"
                        + " where datname = current_database() and locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    /** Starts the appends while an object ends: the first waits for that, and the others for the first. */
    private List<Future<Boolean>> allAtOnce(int... users) {
        var started = new ArrayList<Future<Boolean>>();
        try (var other = log.elsewhere();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var transaction = other.transactions().startTransaction();
            other.end(new EventScope(1, null, null, "organisation:1"));
            for (int user : users) {
                int before = started.size();
                started.add(threads.submit(() -> append(logins, user)));
                await().until(() -> before == 0 ? anAppendIsWaitingForTheEnd() : logins.waiting() == before);
            }
            transaction.commit();
        }
        return started;
    }
}
