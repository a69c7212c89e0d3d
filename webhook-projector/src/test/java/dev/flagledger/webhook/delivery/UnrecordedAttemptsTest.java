package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.delivery.attempt.Attempt;
import dev.flagledger.webhook.delivery.attempt.Attempt.Next;
import dev.flagledger.webhook.delivery.lane.Delivery;
import dev.flagledger.webhook.delivery.lane.Lane;
import dev.flagledger.webhook.delivery.lane.MessageId;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Reply;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attempts that were made, and cannot be recorded for a while. */
class UnrecordedAttemptsTest {

    /** Those in memory, and the group that is being recorded. */
    private static final int TOO_MANY = 2_200;

    private final Rig node = Rig.on(Settings.with("poll-interval=20ms"));

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void ifThereAreTooManyNothingMoreIsSentUntilTheyAreRecorded() throws SQLException {
        try (var receiver = Receiver.answering(204);
                var lock = node.database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table webhook.webhook_attempt in access exclusive mode");
            node.start();
            for (int number = 1; number <= TOO_MANY; number++) {
                node.recorder.record(unknown(number));
            }

            node.endpoint(41, receiver.url());
            node.enqueue(41, 7);
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(receiver.all).isEmpty());
            lock.commit();

            assertThat(receiver.next().body()).isEqualTo(Rig.body(7, 1));
            node.awaitAll("delivered");
        }
    }

    /** An attempt of a delivery that has been deleted. */
    private static Attempt unknown(int number) {
        var lane = new Lane(new Lane.Key(40, number), "http://one.test/", 1, 1, 1, 1, false, Instant.MAX);
        var delivery = new Delivery(-number, new MessageId(40, number, 0), number, new byte[0], false);
        return new Attempt(
                lane,
                0,
                delivery,
                Reply.of(new Answered(204)),
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                Next.ENDED);
    }
}
