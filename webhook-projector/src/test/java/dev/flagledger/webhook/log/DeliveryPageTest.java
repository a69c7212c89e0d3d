package dev.flagledger.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.contract.view.webhook.ReceiverView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class DeliveryPageTest {

    private static final ReceiverView RECEIVER = new ReceiverView("active", null, null, null, 0, 8);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/deliveries/");

    @Test
    void theNextPageBeginsAfterTheLastDeliveryOfThisOne() {
        request.setParameter("status", "failed");
        request.setParameter("before", "9-9");
        request.setParameter("limit", "2");

        var page = DeliveryPage.of(request, RECEIVER, deliveries(3), 2);

        assertThat(page.results()).isEqualTo(deliveries(2));
        assertThat(page.next()).isEqualTo("http://localhost/deliveries/?before=7-7&limit=2&status=failed");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(DeliveryPage.of(request, RECEIVER, deliveries(2), 2))
                .isEqualTo(new DeliveryPage(null, RECEIVER, deliveries(2)));
        assertThat(DeliveryPage.of(request, RECEIVER, List.of(), 2))
                .isEqualTo(new DeliveryPage(null, RECEIVER, List.of()));
    }

    /** The deliveries of events 8, 7, 6 and so on. */
    private static List<DeliveryView> deliveries(int count) {
        return IntStream.range(0, count)
                .map(index -> 8 - index)
                .mapToObj(position -> new DeliveryView(
                        "41-" + position + "-0",
                        41,
                        position,
                        null,
                        position,
                        position,
                        "failed",
                        "2031-05-06T07:08:09Z",
                        10,
                        null,
                        500,
                        null))
                .toList();
    }
}
