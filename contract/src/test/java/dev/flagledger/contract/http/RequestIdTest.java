package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestIdTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @ValueSource(strings = {"a", "build-7_x.1", "0123456789012345678901234567890123456789012345678901234567890123"})
    void aWellFormedIdIsKept(String id) {
        request.addHeader(RequestId.HEADER, id);

        assertThat(RequestId.of(request)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a\nb", "ä", "01234567890123456789012345678901234567890123456789012345678901234"})
    void aMalformedIdIsReplaced(String id) {
        request.addHeader(RequestId.HEADER, id);

        assertThat(UUID.fromString(RequestId.of(request))).isNotNull();
    }

    @Test
    void aRandomIdStaysTheSameForTheRequest() {
        var id = RequestId.of(request);

        assertThat(RequestId.of(request)).isEqualTo(id);
        assertThat(RequestId.of(new MockHttpServletRequest())).isNotEqualTo(id);
    }
}
