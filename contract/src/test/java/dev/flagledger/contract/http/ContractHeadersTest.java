package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContractHeadersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/flags/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void everyResponseForbidsCachingAndNamesTheVersion() {
        ContractHeaders.on(request, response);

        assertThat(response.getHeader("Flagsmith-Version")).isEqualTo(ContractHeaders.CONTRACT_VERSION);
        assertThat(response.getHeader("Cache-Control")).contains("no-store", "private");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept, Origin");
    }

    @Test
    void onlyARequestOfAnotherOriginGetsTheHeadersOfCors() {
        ContractHeaders.on(request, response);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();

        request.addHeader("Origin", "https://app.test");
        var other = new MockHttpServletResponse();
        ContractHeaders.on(request, other);
        assertThat(other.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(other.getHeader("Access-Control-Expose-Headers")).contains("ETag", "Flagledger-Position");
    }

    @Test
    void settingThemTwiceChangesNothing() {
        ContractHeaders.on(request, response, "Accept");
        ContractHeaders.on(request, response);

        assertThat(response.getHeaders("Vary")).containsExactly("Accept");
        assertThat(response.getHeaders("Flagsmith-Version")).hasSize(1);
    }

    @Test
    void aPreflightIsAnswered() {
        request.setMethod("OPTIONS");
        request.addHeader("Access-Control-Request-Method", "PUT");

        assertThat(ContractHeaders.answeredPreflight(request, response)).isTrue();
        assertThat(response.getHeader("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(response.getHeader("Access-Control-Allow-Headers")).contains("x-environment-key");
    }

    @Test
    void otherRequestsAreNotPreflights() {
        request.addHeader("Access-Control-Request-Method", "PUT");
        assertThat(ContractHeaders.answeredPreflight(request, response)).isFalse();

        var options = new MockHttpServletRequest("OPTIONS", "/api/v1/flags/");
        assertThat(ContractHeaders.answeredPreflight(options, response)).isFalse();
        assertThat(response.getHeader("Access-Control-Allow-Methods")).isNull();
    }
}
