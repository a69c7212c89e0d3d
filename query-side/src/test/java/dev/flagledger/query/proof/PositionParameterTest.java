package dev.flagledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.contract.error.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionParameterTest {

    @Test
    void anAbsentParameterHasItsDefault() {
        assertThat(PositionParameter.read("size", null, 9L, 1, 9)).isEqualTo(9);
        assertThat(PositionParameter.read("size", "1", 9L, 1, 9)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', A valid integer is required.",
        "-1, A valid integer is required.",
        "1e3, A valid integer is required.",
        "9999999999999999999, A valid integer is required.",
        "0, Ensure this value is greater than or equal to 1.",
        "10, Ensure this value is less than or equal to 9."
    })
    void otherValuesAreInvalid(String text, String problem) {
        assertThatThrownBy(() -> PositionParameter.read("size", text, 9L, 1, 9))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("{size=[" + problem + "]}");
    }

    @Test
    void aRequiredParameterHasToBePresent() {
        assertThatThrownBy(() -> PositionParameter.read("from", null, null, 0, 9))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("{from=[This field is required.]}");
    }
}
