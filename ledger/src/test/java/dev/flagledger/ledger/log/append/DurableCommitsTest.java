package dev.flagledger.ledger.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class DurableCommitsTest {

    private static final int APPENDERS = 20;

    @Test
    void anAwaitedAppendIsFlushed() {
        try (var log = TestLog.fresh()) {
            var session = log.commits().session();
            log.append(new UserLoggedIn(1, LoginWay.EMAIL));
            var appended = lsn(log, "pg_current_wal_insert_lsn()");

            session.awaitDurable();

            assertThat(log.jdbc()
                            .sql("select pg_current_wal_flush_lsn() >= cast(:appended as pg_lsn)")
                            .param("appended", appended)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    /** The append itself must not wait for the disk. */
    @Test
    void anAppendInATransactionCommitsAsynchronously() {
        try (var log = TestLog.fresh()) {
            var transaction = log.transactions().startTransaction();
            log.jdbc().sql("set local synchronous_commit = on").update();
            log.storage().appendEvents(TestLog.messages(new UserLoggedIn(1, LoginWay.EMAIL)));

            assertThat(log.jdbc()
                            .sql("show synchronous_commit")
                            .query(String.class)
                            .single())
                    .isEqualTo("off");
            transaction.rollback();
        }
    }

    @Test
    void waitersDuringAFlushShareTheNextOne() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var writes = new AtomicInteger();
        try (var commits = new DurableCommits(gated(gate, writes))) {
            var session = commits.session();
            var first = Thread.ofPlatform().start(session::awaitDurable);
            await().until(() -> writes.get() == 1);
            var others = IntStream.range(0, APPENDERS)
                    .mapToObj(_ -> Thread.ofPlatform().start(session::awaitDurable))
                    .toList();
            await().until(() -> others.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

            gate.countDown();
            first.join();
            for (var other : others) {
                other.join();
            }
        }

        assertThat(writes).hasValue(2);
    }

    /** The database may have recovered without the last commits, which must not be reported as durable. */
    @Test
    void aLostConnectionFailsItsWaiters() {
        try (var log = TestLog.fresh()) {
            var session = log.commits().session();
            log.append(new UserLoggedIn(1, LoginWay.EMAIL));
            log.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()")
                    .query(_ -> {});

            assertThatThrownBy(session::awaitDurable).isInstanceOf(DataAccessResourceFailureException.class);
            assertThatThrownBy(session::awaitDurable).isInstanceOf(DataAccessResourceFailureException.class);
            log.commits().session().awaitDurable();
        }
    }

    @Test
    void aConnectionLostWhileIdleIsReplaced() {
        try (var log = TestLog.fresh()) {
            log.commits().session().awaitDurable();
            log.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()")
                    .query(_ -> {});

            await().pollDelay(Duration.ofMillis(600))
                    .untilAsserted(() -> log.commits().session().awaitDurable());
        }
    }

    @Test
    void closingReturnsAnIntactConnection() {
        List<String> called = new CopyOnWriteArrayList<>();
        try (var commits = new DurableCommits(watched(called::add))) {
            commits.session().awaitDurable();
        }

        assertThat(called).contains("close").doesNotContain("abort");
    }

    /** Counts flushes, and blocks them until the gate is open. */
    private static DataSource gated(CountDownLatch gate, AtomicInteger writes) {
        return watched(method -> {
            if (method.equals("createStatement")) {
                writes.incrementAndGet();
                await().until(() -> gate.getCount() == 0);
            }
        });
    }

    /** Reports each call of a method of a connection before it is made. */
    private static DataSource watched(Consumer<String> calls) {
        return new DelegatingDataSource(TestDatabase.fresh().dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection(), calls);
            }
        };
    }

    private static Connection watched(Connection connection, Consumer<String> calls) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    calls.accept(method.getName());
                    return method.invoke(connection, arguments);
                });
    }

    private static String lsn(TestLog log, String which) {
        return log.jdbc().sql("select " + which + "::text").query(String.class).single();
    }
}
