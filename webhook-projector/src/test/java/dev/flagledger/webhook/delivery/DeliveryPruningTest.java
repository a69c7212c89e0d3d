package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.retention.Pruning;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryPruningTest {

    private static final DeliveryRetention RETENTION = new DeliveryRetention(Duration.ofDays(30), Duration.ofDays(90));

    private final DeliveryConfiguration rules = new DeliveryConfiguration();
    private final Rig node = Rig.on(Settings.with());

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void whatWasDeliveredIsKeptAsLongAsAFailedDeliveryOfTheMessage() {
        add(1, "failed");
        add(1, "delivered");
        add(2, "delivered");
        add(3, "cancelled");
        add(4, "pending");

        assertThat(prune(rules.oldDeliveries(RETENTION))).isEqualTo(2);
        assertThat(prune(rules.oldDeadLetters(RETENTION))).isEqualTo(1);
        assertThat(prune(rules.oldDeliveries(RETENTION))).isEqualTo(1);
        assertThat(node.rows("select from webhook.webhook_delivery")).hasSize(1);
    }

    private void add(int sequence, String status) {
        node.jdbc.sql("""
                        insert into webhook.webhook_delivery
                            (webhook_id, position, ordinal, sequence, lane, body, created_at, status, redelivers)
                        values (41, 1, 0, :sequence, 7, '', timestamptz 'epoch', :status, 1)""").param("sequence", sequence).param("status", status).update();
    }

    private int prune(Pruning rule) {
        return node.jdbc
                .sql(rule.sql())
                .param("before", Instant.EPOCH.plusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("most", 10)
                .query(Integer.class)
                .single();
    }
}
