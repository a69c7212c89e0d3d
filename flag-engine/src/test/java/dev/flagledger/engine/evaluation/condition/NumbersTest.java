package dev.flagledger.engine.evaluation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "0.1, 0.1",
        "-2.50, -2.5",
        "10000000, 10000000.0",
        "123456789.125, 123456789.125",
        "9999999999999998, 9999999999999998.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1.25e-7, 1.25e-07",
        "1e100, 1e+100",
        "-1e-10, -1e-10",
        "0, 0.0",
        "-0.0, -0.0",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void numbersAreWrittenAsPythonWritesThem(double number, String text) {
        assertThat(Numbers.text(number)).isEqualTo(text);
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll double number) {
        assertThat(Numbers.real(Numbers.text(number))).isEqualTo(number);
    }

    @Test
    void thereIsAnEndToWholeNumbers() {
        assertThat(Numbers.whole("9".repeat(4300))).isNotNull();
        assertThat(Numbers.whole("9".repeat(4301))).isNull();
        assertThat(Value.of("9".repeat(4301))).isInstanceOf(Value.Text.class);
    }
}
