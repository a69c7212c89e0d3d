package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAgentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"curl/8.5.0      | curl/8.5.0", "h\u00fcbsch\ud83d\ude80\t1 | h?bsch??1", "' '             | "})
    void anAgentIsPrintableAscii(String header, @Nullable String agent) {
        assertThat(agent(header)).isEqualTo(agent);
    }

    @Test
    void aLongAgentIsCutOff() {
        assertThat(agent("a".repeat(300))).isEqualTo("a".repeat(256));
    }

    @Test
    void aRequestMayHaveNoAgent() {
        assertThat(ClientAgent.of(new MockHttpServletRequest())).isNull();
    }

    private static @Nullable String agent(String header) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", header);
        return ClientAgent.of(request);
    }
}
