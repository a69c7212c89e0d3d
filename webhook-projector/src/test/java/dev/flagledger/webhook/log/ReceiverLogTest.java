package dev.flagledger.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.webhook.ReceiverView;
import org.junit.jupiter.api.Test;

class ReceiverLogTest {

    private final DeliveryRows rows = new DeliveryRows();
    private final ReceiverLog log = new ReceiverLog(rows.jdbc);

    @Test
    void aReceiverOfWhichNothingIsKnownIsActive() {
        assertThat(log.of(41)).isEqualTo(new ReceiverView("active", null, null, null, 0, 0));
    }

    @Test
    void aReceiverIsPausedWhileItsCircuitIsOpen() {
        execute("insert into webhook.webhook_queued values (41, 1207, 9)");
        execute("insert into webhook.webhook_circuit values (41, 4, null, '2031-05-06T07:08:10Z')");
        assertThat(log.of(41)).isEqualTo(new ReceiverView("active", null, null, "2031-05-06T07:08:10Z", 4, 9));

        execute("update webhook.webhook_circuit set failures = 5, open_since = '2031-05-06T07:08:09Z'");
        assertThat(log.of(41))
                .isEqualTo(new ReceiverView("paused", "2031-05-06T07:08:09Z", null, "2031-05-06T07:08:10Z", 5, 9));
        assertThat(log.of(42).status()).isEqualTo("active");
    }

    @Test
    void aReceiverIsGoneWhileItsAnswerKeepsItsWebhookDisabled() {
        execute(
                "insert into webhook.webhook_endpoint values (41, 'ENVIRONMENT', 14, 'https://one.test/', false, 'FEATURE')");
        execute("insert into webhook.webhook_circuit values (41, 0, null, null, '2031-05-06T07:08:09Z')");
        assertThat(log.of(41)).isEqualTo(new ReceiverView("gone", null, "2031-05-06T07:08:09Z", null, 0, 0));

        execute("update webhook.webhook_endpoint set enabled = true");
        assertThat(log.of(41).status()).isEqualTo("active");
    }

    private void execute(String sql) {
        rows.jdbc.sql(sql).update();
    }
}
