package dev.flagledger.contract.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLinkTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/events/");

    @Test
    void theOtherParametersAreThoseOfTheRequestSortedByName() {
        request.setParameter("type", "flag.state-updated");
        request.setParameter("after", "3");
        request.setParameter("environments", "4", "5");

        assertThat(PageLink.of(request, Map.of("after", 7L)))
                .isEqualTo(
                        "http://localhost/api/v1/events/?after=7&environments=4&environments=5&type=flag.state-updated");
    }

    @Test
    void aParameterIsLeftOut() {
        request.setParameter("page", "2");

        assertThat(PageLink.of(request, Collections.singletonMap("page", null)))
                .isEqualTo("http://localhost/api/v1/events/");
    }

    @ParameterizedTest
    @CsvSource({
        "50 % & more, 50%20%25%20%26%20more",
        "2031-01-01T00:00:00+02:00, 2031-01-01T00:00:00%2B02:00",
        "{id}, %7Bid%7D",
        "a=b#c, a%3Db%23c",
        "é, %C3%A9",
        "'', ''"
    })
    void aParameterIsReadAgainAsItWas(String text, String encoded) {
        request.setParameter("search", text);

        assertThat(PageLink.of(request, Map.of())).isEqualTo("http://localhost/api/v1/events/?search=" + encoded);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/a%20b/events, /api/v1/a%20b/events/", "/api/v1/a|b/, /api/v1/a|b/"})
    void thePathStaysAsItIsButForASlashAtItsEnd(String path, String linked) {
        request.setRequestURI(path);

        assertThat(PageLink.of(request, Map.of())).isEqualTo("http://localhost" + linked);
    }
}
