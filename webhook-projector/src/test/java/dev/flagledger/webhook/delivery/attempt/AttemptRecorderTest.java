package dev.flagledger.webhook.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.attempt.Attempt.Next;
import dev.flagledger.webhook.delivery.lane.Delivery;
import dev.flagledger.webhook.delivery.lane.Lane;
import dev.flagledger.webhook.delivery.lane.MessageId;
import dev.flagledger.webhook.sending.Outcome;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AttemptRecorderTest {

    private static final Outcome DONE = new Answered(204);
    private static final Outcome FAILED = new Answered(500);

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final TurnedClock clock = new TurnedClock();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource()) {

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            super.doRollback(status);
            rollbacks.incrementAndGet();
        }
    };
    private final AttemptRecorder recorder =
            new TestAttempts(jdbc, new TransactionTemplate(transactions), clock).recorder();

    @AfterEach
    void stop() {
        recorder.stop(Duration.ofSeconds(5));
    }

    @Test
    void attemptsAreRecordedAndAnnounced() {
        var announced = new AtomicInteger();
        recorder.start(announced::incrementAndGet);

        recorder.record(attempt(add()));

        await().until(() -> announced.get() == 1);
        assertThat(statuses()).containsExactly("delivered");
    }

    @Test
    void whatHasEndedIsRecordedAtTheEnd() {
        for (int attempt = 0; attempt < 450; attempt++) {
            recorder.record(attempt(add()));
        }

        recorder.stop(Duration.ZERO);

        assertThat(statuses()).hasSize(450).containsOnly("delivered");
    }

    @Test
    void whatCannotBeRecordedIsTriedAgain() {
        jdbc.sql("alter table webhook.webhook_attempt rename to gone").update();
        recorder.start(() -> {});
        recorder.record(attempt(add()));
        recorder.record(attempt(add()));
        await().until(() -> rollbacks.get() > 0);
        assertThat(statuses()).containsExactly("pending", "pending");

        jdbc.sql("alter table webhook.gone rename to webhook_attempt").update();

        await().until(() -> statuses().equals(List.of("delivered", "delivered")));
    }

    @Test
    void ofTwoAttemptsOfADeliveryTheAcknowledgementCounts() {
        for (var outcomes : List.of(List.of(DONE, FAILED), List.of(FAILED, DONE))) {
            long id = add();
            outcomes.forEach(outcome -> recorder.record(attempt(id, outcome)));
        }

        recorder.stop(Duration.ZERO);

        assertThat(statuses()).containsExactly("delivered", "delivered");
        assertThat(jdbc.sql("select attempts from webhook.webhook_delivery")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 2);
    }

    private static Attempt attempt(long id) {
        return attempt(id, DONE);
    }

    private static Attempt attempt(long id, Outcome outcome) {
        var lane = new Lane(new Lane.Key(41, id), "http://one.test/", 1, 1, 1, 1, false, Instant.MAX);
        var delivery = new Delivery(id, new MessageId(41, id, 0), id, new byte[0], false);
        return new Attempt(
                lane,
                0,
                delivery,
                Reply.of(outcome),
                new TurnedClock().instant(),
                Duration.ofMillis(5),
                Optional.empty(),
                Next.ENDED);
    }

    private long add() {
        return jdbc.sql("""
                        insert into webhook.webhook_delivery
                            (webhook_id, environment_id, position, ordinal, sequence, lane, body, created_at)
                        select 41, 1, count(*), 0, 1 + count(*), 0, '', now() from webhook.webhook_delivery returning id""").query(Long.class).single();
    }

    private List<@Nullable String> statuses() {
        return jdbc.sql("select status from webhook.webhook_delivery order by id")
                .query(String.class)
                .list();
    }
}
