package dev.flagledger.ledger.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.signal.PostgresSignal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database: an append of one wakes the other. */
class LogSignalTest {

    private final TestLog here = TestLog.fresh();
    private final TestLog elsewhere = here.elsewhere();
    private final PostgresSignal signal = here.signal();
    private final PostgresSignal signalElsewhere = elsewhere.signal();
    private final AtomicInteger news = new AtomicInteger();

    @BeforeEach
    void start() {
        signal.start();
        signalElsewhere.start();
        await().until(() -> listeners() == 2);
        elsewhere.log().onNews(news::incrementAndGet);
    }

    @AfterEach
    void close() {
        signal.stop();
        signalElsewhere.stop();
        here.close();
        elsewhere.close();
    }

    @Test
    void anAppendSignalsTheOtherProcess() {
        here.append(new UserLoggedIn(1, LoginWay.EMAIL));

        await().untilAtomic(news, greaterThan(0));
    }

    /** Shows that the test above can fail: a third process is woken, this one is not. */
    @Test
    void withoutASignalTheOtherProcessIsNotWoken() {
        signalElsewhere.stop();
        await().until(() -> listeners() == 1);
        try (var third = here.elsewhere()) {
            var heard = new AtomicInteger();
            var signalThere = third.signal();
            signalThere.start();
            await().until(() -> listeners() == 2);
            third.log().onNews(heard::incrementAndGet);

            here.append(new UserLoggedIn(1, LoginWay.EMAIL));

            await().untilAtomic(heard, greaterThan(0));
            signalThere.stop();
        }
        assertThat(news).hasValue(0);
    }

    @Test
    void aLostConnectionIsReplaced() {
        here.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where " + LISTENING)
                .query(rows -> {});
        await().until(() -> listeners() == 2);

        // The new connection itself causes one wake; of three appends at most one can be confused with it.
        for (int user = 1; user <= 3; user++) {
            int before = news.get();
            here.append(new UserLoggedIn(user, LoginWay.EMAIL));
            await().untilAtomic(news, greaterThan(before));
        }
    }

    @Test
    void aStoppedSignalReturnsItsConnections() {
        signal.stop();
        signalElsewhere.stop();

        await().until(() -> listeners() == 0);
        assertThat(signal.isRunning()).isFalse();
    }

    private static final String LISTENING = "datname = current_database() and query like 'listen %'";

    private int listeners() {
        return here.jdbc()
                .sql("select count(*) from pg_stat_activity where " + LISTENING)
                .query(Integer.class)
                .single();
    }
}
