package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.ledger.signal.PostgresSignal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database; the readers of one of them would look for events only every ten minutes. */
class LogSignalTest {

    private final TestLog here = TestLog.fresh();
    private final TestLog elsewhere = here.elsewhere(Duration.ofMinutes(10));
    private final PostgresSignal signal = here.signal();
    private final PostgresSignal signalElsewhere = elsewhere.signal();

    @BeforeEach
    void start() {
        signal.start();
        signalElsewhere.start();
        await().until(() -> listeners() == 2);
    }

    @AfterEach
    void close() {
        signal.stop();
        signalElsewhere.stop();
        here.close();
        elsewhere.close();
    }

    @Test
    void aReaderElsewhereIsWokenByAnAppendHere() throws Exception {
        try (var reader = elsewhere.follow(EventLog.BEGINNING)) {
            assertThat(reader.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();

            here.append(new UserLoggedIn(1));

            assertThat(reader.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** That the test above can fail. */
    @Test
    void withoutASignalTheReaderSleepsOn() throws Exception {
        signalElsewhere.stop();
        await().until(() -> listeners() == 1);
        try (var reader = elsewhere.follow(EventLog.BEGINNING)) {
            assertThat(reader.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();

            here.append(new UserLoggedIn(1));

            assertThat(reader.hasNextAvailable(500, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void aLostConnectionIsMadeAnew() throws Exception {
        here.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where " + LISTENING)
                .query(rows -> {});
        await().until(() -> listeners() == 2);
        try (var reader = elsewhere.follow(EventLog.BEGINNING)) {
            assertThat(reader.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();

            here.append(new UserLoggedIn(1));

            assertThat(reader.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aStoppedSignalLetsGoOfItsConnections() {
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
