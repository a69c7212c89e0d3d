package dev.flagledger.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.webhook.AttemptView;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.contract.view.webhook.RequestView;
import dev.flagledger.webhook.delivery.lane.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryLogTest {

    private final DeliveryRows rows = new DeliveryRows();

    @Test
    void theNewestMessageComesFirst() {
        rows.add(41, 5, 9, 0, "delivered", 1);
        rows.add(41, 5, 7, 0, "delivered", 1);
        rows.add(42, 5, 9, 0, "delivered", 1);

        assertThat(ids(rows.log.ofWebhook(41, null, null, 10))).containsExactly("41-9-0", "41-7-0");
    }

    /** Of each of four messages there are two deliveries. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8})
    void pagesFollowOneAnotherWithoutGapsOrRepetitions(int size) {
        var numbers = new ArrayList<Long>();
        for (int message = 1; message <= 4; message++) {
            long first = rows.add(41, 5, message, 0, "failed", 1);
            numbers.addFirst(first);
            numbers.addFirst(rows.again(first, "delivered"));
        }

        var seen = rows.log.ofWebhook(41, null, null, size);
        for (var page = seen; !page.isEmpty(); ) {
            var last = page.getLast();
            page = rows.log.ofWebhook(41, null, new ListPlace(last.sequence(), last.number()), size);
            seen = Stream.concat(seen.stream(), page.stream()).toList();
        }

        assertThat(seen).extracting(DeliveryView::number).isEqualTo(numbers);
    }

    @Test
    void eachDeliveryOfAMessageIsFoundAndTheLastOneWithoutItsNumber() {
        var message = new MessageId(41, 7, 0);
        long first = rows.add(41, 5, 7, 0, "failed", 1);
        rows.attempt(first, 1, 500, null);
        long again = rows.again(first, "delivered");

        assertThat(rows.log.find(message, null).orElseThrow().delivery().number())
                .isEqualTo(again);
        assertThat(rows.log.find(message, first).orElseThrow().attempts())
                .extracting(AttemptView::status)
                .containsExactly(500);
        assertThat(rows.log.find(message, again + 1)).isEmpty();
    }

    @Test
    void aStatusSelects() {
        rows.add(41, 5, 1, 0, "delivered", 1);
        rows.add(41, 5, 2, 0, "failed", 10);
        rows.add(41, 5, 3, 0, "cancelled", 0);
        rows.add(41, 5, 4, 0, "pending", 2);

        for (var status : List.of("delivered", "failed", "cancelled", "pending")) {
            assertThat(rows.log.ofWebhook(41, status, null, 10))
                    .singleElement()
                    .extracting(DeliveryView::status)
                    .isEqualTo(status);
        }
    }

    @Test
    void aDeliveryShowsItsLastRecordedAttempt() {
        var pending = rows.add(41, 5, 7, 0, "pending", 3);
        rows.attempt(pending, 1, 503, null);
        rows.attempt(pending, 2, null, "Connection refused");
        rows.lane(41);

        assertThat(rows.log.ofWebhook(41, null, null, 10))
                .containsExactly(new DeliveryView(
                        "41-7-0",
                        41,
                        pending,
                        null,
                        7,
                        7,
                        "pending",
                        "2031-05-06T07:08:09Z",
                        3,
                        "2031-05-06T07:08:09Z",
                        null,
                        "Connection refused"));
    }

    @Test
    void nothingFollowsADeliveryThatIsOver() {
        rows.attempt(rows.add(41, 5, 7, 0, "delivered", 1), 1, 204, null);

        var delivery = rows.log.ofWebhook(41, null, null, 10).getFirst();

        assertThat(delivery.nextAttemptAt()).isNull();
        assertThat(delivery.lastStatus()).isEqualTo(204);
        assertThat(delivery.lastError()).isNull();
    }

    @Test
    void anEventHasItsDeliveriesWhetherOrNotTheyAreAboutAnEnvironment() {
        rows.add(41, 5, 7, 0, "delivered", 1);
        rows.add(42, null, 7, 0, "pending", 0);
        rows.add(41, 5, 8, 0, "pending", 0);

        assertThat(ids(rows.log.ofEvent(7))).containsExactly("41-7-0", "42-7-0");
        assertThat(rows.log.ofEvent(6)).isEmpty();
    }

    @Test
    void aDeliveryIsFoundWithItsBodyAndAttempts() {
        var failed = rows.add(41, 5, 7, 1, "failed", 2);
        rows.attempt(failed, 2, 410, null);
        rows.attempt(failed, 1, null, "Connection refused");

        var found = rows.log.find(new MessageId(41, 7, 1), null).orElseThrow();

        assertThat(found.delivery().id()).isEqualTo("41-7-1");
        assertThat(found.request()).isNull();
        assertThat(found.body()).isEqualTo("{\"é\": 1, \"sequence\": 7}");
        assertThat(found.attempts())
                .containsExactly(
                        new AttemptView(1, "2031-05-06T07:09:09Z", 10, null, "Connection refused", null, null),
                        new AttemptView(2, "2031-05-06T07:10:09Z", 20, 410, null, null, null));
    }

    @Test
    void anAttemptShowsItsRequestWithoutSecretsAndTheStartOfTheAnswer() {
        var failed = rows.add(41, 5, 7, 1, "failed", 1);
        rows.attempt(failed, 1, 400, null);
        rows.jdbc
                .sql("update webhook.webhook_attempt set url = 'https://one.test/?token=(hidden)',"
                        + " signed_by = 'X-Flagsmith-Signature,webhook-signature', answer = 'no such hook'")
                .update();

        var attempt = rows.log
                .find(new MessageId(41, 7, 1), null)
                .orElseThrow()
                .attempts()
                .getFirst();

        assertThat(attempt.answer()).isEqualTo("no such hook");
        assertThat(attempt.request())
                .isEqualTo(new RequestView(
                        "POST",
                        "https://one.test/?token=(hidden)",
                        Map.of(
                                "Content-Type", "application/json",
                                "webhook-id", "41-7-1",
                                "webhook-sequence", "7",
                                "webhook-timestamp", "1935817749",
                                "X-Flagsmith-Signature", "(hidden)",
                                "webhook-signature", "(hidden)")));
    }

    @Test
    void aDeliveryThatWasNeverQueuedIsNotFound() {
        rows.add(41, 5, 7, 0, "delivered", 1);

        assertThat(rows.log.find(new MessageId(41, 7, 1), null)).isEmpty();
        assertThat(rows.log.find(new MessageId(42, 7, 0), null)).isEmpty();
        assertThat(rows.log.find(new MessageId(41, 8, 0), null)).isEmpty();
    }

    private static List<String> ids(List<DeliveryView> deliveries) {
        return deliveries.stream().map(DeliveryView::id).toList();
    }
}
