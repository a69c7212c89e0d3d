package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagledger.contract.error.InvalidInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ParameterReaderTest {

    private static final String INTEGER_REQUIRED = "A valid integer is required.";

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final ParameterReader read = new ParameterReader(request);

    @Test
    void anEmptyParameterIsAbsent() {
        for (var name : List.of("integer", "integers", "position", "text", "parsed")) {
            request.setParameter(name, "");
        }

        assertThat(read.integer("integer")).isNull();
        assertThat(read.integers("integers")).isEmpty();
        assertThat(read.position("position")).isNull();
        assertThat(read.text("text")).isNull();
        assertThat(read.<String>parsed("parsed", "wrong", _ -> null)).isNull();
        read.finish();
    }

    @Test
    void valuesAreRead() {
        request.setParameter("integer", "007");
        request.setParameter("integers", "4", "", "5");
        request.setParameter("position", "999999999999999999");
        request.setParameter("text", "a b");

        assertThat(read.integer("integer")).isEqualTo(7);
        assertThat(read.integers("integers")).containsExactly(4, 5);
        assertThat(read.position("position")).isEqualTo(999_999_999_999_999_999L);
        assertThat(read.text("text")).isEqualTo("a b");
        assertThat(read.parsed("text", "wrong", String::length)).isEqualTo(3);
        read.finish();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,2", "-1", "+1", "1.5", " 1", "9999999999", "\u0661"})
    void anIntegerHasUpToNineDigits(String text) {
        request.setParameter("integer", text);

        assertThat(read.integer("integer")).isNull();
        assertThat(problems()).isEqualTo(Map.of("integer", List.of(INTEGER_REQUIRED)));
    }

    @Test
    void allErrorsAreReportedTogether() {
        request.setParameter("integers", "4", "x", "5", "y");
        request.setParameter("position", "1234567890123456789");
        request.setParameter("text", "x".repeat(257));
        request.setParameter("parsed", "anything");

        assertThat(read.integers("integers")).isEmpty();
        assertThat(read.position("position")).isNull();
        assertThat(read.text("text")).isNull();
        assertThat(read.<String>parsed("parsed", "wrong", _ -> null)).isNull();
        assertThat(problems())
                .isEqualTo(Map.of(
                        "integers",
                        Map.of("1", List.of(INTEGER_REQUIRED), "3", List.of(INTEGER_REQUIRED)),
                        "position",
                        List.of(INTEGER_REQUIRED),
                        "text",
                        List.of("Ensure this field has no more than 256 characters."),
                        "parsed",
                        List.of("wrong")));
    }

    private Object problems() {
        return catchThrowableOfType(InvalidInput.class, read::finish).body();
    }
}
