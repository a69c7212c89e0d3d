package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.MessageSelection.Which;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.testing.Settings;
import dev.flagledger.webhook.testing.TestEndpoints;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests for more messages than are queued in one transaction, and several requests. */
class RedeliveryPartsTest {

    private static final MessageSelection ALL_FAILED = MessageSelection.since(Which.FAILED, Instant.EPOCH);

    private final Rig node = Rig.on(Settings.with(), new TurnedClock());

    @BeforeEach
    void enable() {
        node.endpoint(41, "https://one.test/hook");
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void ofManyMessagesAThousandAreQueuedAtATimeUntilAllAre() {
        failFrom(1, 2_500);
        node.asked.add(41, 9_000, ALL_FAILED);

        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(1_000);
        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(2_000);
        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(2_500);

        assertThat(node.again.queueNext()).isFalse();
        assertThat(node.rows("select from webhook.webhook_redelivery_request")).isEmpty();
    }

    /** While it looks, the lanes are locked. */
    @Test
    void aRequestForFewOfManyMessagesLooksAtTenThousandAtATime() {
        failFrom(1, 3);
        for (String table : List.of("webhook_delivery", "webhook_queued")) {
            node.jdbc
                    .sql("update webhook." + table + " set sequence = sequence + 19998 where sequence > 1")
                    .update();
        }
        node.asked.add(41, 9_000, ALL_FAILED);

        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(1);
        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(2);
        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(3);
        assertThat(node.again.queueNext()).isFalse();
    }

    /** Otherwise a request would not end as long as its messages fail. */
    @Test
    void whatFailsAgainMeanwhileIsNotQueuedAThirdTime() {
        failFrom(1, 1_500);
        node.asked.add(41, 9_000, ALL_FAILED);
        node.again.queueNext();
        node.jdbc.sql("update webhook.webhook_delivery set status = 'failed'").update();
        failFrom(1_501, 1_600);

        node.again.queueNext();

        assertThat(pending()).isEqualTo(500);
        assertThat(node.rows("select from webhook.webhook_delivery where redelivers is not null"))
                .hasSize(1_500);
    }

    @Test
    void aRequestWaitsForTheOneBeforeItWhichAnotherNodeIsQueueing() throws SQLException {
        failFrom(1, 3);
        node.asked.add(41, 9_000, ALL_FAILED);
        node.asked.add(41, 9_001, MessageSelection.range(1, 3));
        try (var other = node.database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select from webhook.webhook_redelivery_request where position = 9000 for update");

            assertThat(node.again.queueNext()).isFalse();
            other.rollback();
        }

        assertThat(node.again.queueNext()).isTrue();
        assertThat(node.again.queueNext()).isTrue();
        assertThat(pending()).isEqualTo(3);
    }

    /** An erasure does not see a copy that is made while it runs. */
    @Test
    void aBodyThatIsErasedMeanwhileIsCopiedErased() throws SQLException {
        failFrom(1, 1);
        node.asked.add(41, 9_000, ALL_FAILED);
        try (var erasure = node.database.getConnection()) {
            erasure.setAutoCommit(false);
            erasure.createStatement().execute("update webhook.webhook_delivery set body = 'erased'");
            var queued = CompletableFuture.runAsync(node.again::queueNext);
            awaitLock();
            erasure.commit();
            queued.join();
        }

        assertThat(node.rows("select convert_from(body, 'UTF8') as body from webhook.webhook_delivery"))
                .containsExactly(Map.of("body", "erased"), Map.of("body", "erased"));
    }

    @Test
    void whatIsDeletedMeanwhileDoesNotEndARequest() throws SQLException {
        failFrom(1, 1_001);
        node.asked.add(41, 9_000, ALL_FAILED);
        try (var retention = node.database.getConnection()) {
            retention.setAutoCommit(false);
            retention.createStatement().execute("delete from webhook.webhook_delivery where sequence = 1000");
            var queued = CompletableFuture.runAsync(node.again::queueNext);
            awaitLock();
            retention.commit();
            queued.join();
        }
        assertThat(pending()).isEqualTo(999);

        assertThat(node.again.queueNext()).isTrue();

        assertThat(pending()).isEqualTo(1_000);
        assertThat(node.again.queueNext()).isFalse();
    }

    @Test
    void whatIsLeftOfARequestEndsWithItsWebhook() {
        failFrom(1, 1_001);
        node.asked.add(41, 9_000, ALL_FAILED);
        node.again.queueNext();
        node.endpoints.remove(41);

        assertThat(node.again.queueNext()).isTrue();

        assertThat(node.again.queueNext()).isFalse();
        assertThat(pending()).isEqualTo(1_000);
    }

    @Test
    void nothingIsQueuedForADisabledWebhook() {
        failFrom(1, 1);
        node.asked.add(41, 9_000, ALL_FAILED);
        node.endpoints.put(TestEndpoints.endpoint(41, Rig.ENVIRONMENT, "https://one.test/hook", false));

        assertThat(node.again.queueNext()).isTrue();

        assertThat(node.again.queueNext()).isFalse();
        assertThat(pending()).isZero();
    }

    private void awaitLock() {
        await().until(() -> !node.rows("select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")
                .isEmpty());
    }

    private void failFrom(long first, long last) {
        node.queue.enqueue(LongStream.rangeClosed(first, last)
                .mapToObj(position -> Rig.job(41, 7, position, TestQueues.USUAL))
                .toList());
        node.jdbc
                .sql("update webhook.webhook_delivery set status = 'failed' where sequence between ? and ?")
                .params(first, last)
                .update();
    }

    private int pending() {
        return node.rows("select from webhook.webhook_delivery where status = 'pending'")
                .size();
    }
}
