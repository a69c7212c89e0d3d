package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTableTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration TOOK = Duration.ofMillis(5);

    private final Rig node = Rig.on(Settings.with());

    @BeforeEach
    void addTheWebhooks() {
        node.endpoint(41, "http://one.test/");
        node.endpoint(42, "http://two.test/");
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void eachWebhookHasAtMostOneLeasedDelivery() {
        node.enqueue(41, 1);
        node.enqueue(41, 2);
        node.enqueue(42, 1);

        var leased = lease();
        assertThat(leased).extracting(Delivery::messageId).containsExactlyInAnyOrder("41-1-0", "42-1-0");
        assertThat(lease()).isEmpty();

        leased.forEach(delivery -> node.table.record(delivery, new Answered(200), TOOK, Optional.empty()));
        assertThat(lease()).extracting(Delivery::messageId).containsExactly("41-2-0");
    }

    @Test
    void noMoreThanTheRequestedNumberIsLeased() {
        node.enqueue(41, 1);
        node.enqueue(42, 1);

        assertThat(node.table.lease(0, LEASE)).isEmpty();
        assertThat(node.table.lease(1, LEASE)).hasSize(1);
        assertThat(node.table.lease(1, LEASE)).hasSize(1);
    }

    @Test
    void theNextDeliveryOvertakesAFailedOneThatWaits() {
        node.enqueue(41, 1);
        node.enqueue(41, 2);
        var first = lease().getFirst();

        node.table.record(first, new Unreached("gone"), TOOK, Optional.of(LEASE));

        assertThat(lease()).extracting(Delivery::messageId).containsExactly("41-2-0");
    }

    @Test
    void aLateFailureChangesNothingForTheNodeThatTookOver() {
        node.enqueue(41, 1);
        var late = node.table.lease(1, Duration.ZERO).getFirst();
        var current = lease().getFirst();
        assertThat(current.attempt()).isEqualTo(2);

        node.table.record(late, new Answered(500), TOOK, Optional.empty());
        assertThat(status()).isEqualTo("pending");
        assertThat(lease()).isEmpty();

        node.table.record(current, new Answered(200), TOOK, Optional.empty());
        assertThat(status()).isEqualTo("delivered");
        assertThat(node.rows("select from webhook.webhook_attempt")).hasSize(2);
    }

    @Test
    void aLateAcknowledgementStillCounts() {
        node.enqueue(41, 1);
        var late = node.table.lease(1, Duration.ZERO).getFirst();
        var current = lease().getFirst();

        node.table.record(late, new Answered(200), TOOK, Optional.empty());
        node.table.record(current, new Answered(500), TOOK, Optional.of(Duration.ZERO));

        assertThat(status()).isEqualTo("delivered");
        assertThat(lease()).isEmpty();
    }

    @Test
    void aNewDeliveryIsLeasedBeforeARepeatedOne() {
        node.enqueue(41, 1);
        node.table.record(lease().getFirst(), new Unreached("gone"), TOOK, Optional.of(Duration.ZERO));
        node.enqueue(42, 2);

        assertThat(node.table.lease(1, LEASE)).extracting(Delivery::messageId).containsExactly("42-2-0");
    }

    @Test
    void onlyLeasedDeliveriesAreNotCancelled() {
        node.enqueue(41, 1);
        node.enqueue(42, 1);
        for (var leased : lease()) {
            if (leased.webhookId() == 42) {
                node.table.record(leased, new Unreached("gone"), TOOK, Optional.of(LEASE));
            }
        }
        node.endpoints.remove(41);
        node.endpoints.remove(42);

        assertThat(node.table.cancelOrphans()).isEqualTo(1);
        assertThat(node.rows("select webhook_id, status from webhook.webhook_delivery order by webhook_id"))
                .containsExactly(
                        Map.of("webhook_id", 41, "status", "pending"), Map.of("webhook_id", 42, "status", "cancelled"));
    }

    private List<Delivery> lease() {
        return node.table.lease(32, LEASE);
    }

    private @Nullable Object status() {
        return node.rows("select status from webhook.webhook_delivery")
                .getFirst()
                .get("status");
    }
}
