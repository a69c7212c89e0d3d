package dev.flagledger.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.webhook.DeliveryView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class DeliveryPageTest {

    @BeforeEach
    void ask() {
        var request = new MockHttpServletRequest("GET", "/deliveries/");
        request.setQueryString("status=failed&before=41-9-0&limit=2");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void theNextPageBeginsAfterTheLastDeliveryOfThisOne() {
        var page = DeliveryPage.of(deliveries(3), 2);

        assertThat(page.results()).isEqualTo(deliveries(2));
        assertThat(page.next()).isEqualTo("http://localhost/deliveries/?status=failed&limit=2&before=41-7-0");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(DeliveryPage.of(deliveries(2), 2)).isEqualTo(new DeliveryPage(null, deliveries(2)));
        assertThat(DeliveryPage.of(List.of(), 2)).isEqualTo(new DeliveryPage(null, List.of()));
    }

    /** The deliveries of events 8, 7, 6 and so on. */
    private static List<DeliveryView> deliveries(int count) {
        return IntStream.range(0, count)
                .map(index -> 8 - index)
                .mapToObj(position -> new DeliveryView(
                        "41-" + position + "-0", 41, position, "failed", "2031-05-06T07:08:09Z", 10, null, 500, null))
                .toList();
    }
}
