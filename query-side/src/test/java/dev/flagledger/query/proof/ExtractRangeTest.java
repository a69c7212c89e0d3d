package dev.flagledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.contract.error.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ExtractRangeTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void withoutParametersItBeginsWithTheFirstEvent() {
        assertThat(ExtractRange.of(request)).isEqualTo(new ExtractRange(0, Long.MAX_VALUE, 1_000));
    }

    @Test
    void itIsAPartOfTheLog() {
        request.setParameters(Map.of("after", "7", "up_to", "12", "limit", "3"));

        assertThat(ExtractRange.of(request)).isEqualTo(new ExtractRange(7, 12, 3));
    }

    @ParameterizedTest
    @CsvSource({"after, -1", "up_to, x", "limit, 0", "limit, 1001"})
    void anInvalidParameterIsNamed(String name, String value) {
        request.setParameter(name, value);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ExtractRange.of(request))
                .withMessageStartingWith("{" + name + "=");
    }
}
