package dev.flagledger.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are those of Python's {@code repr(float)}. */
class PythonFloatTest {

    @ParameterizedTest
    @CsvSource({
        "0,                     0.0",
        "-0.0,                  -0.0",
        "1,                     1.0",
        "1.5,                   1.5",
        "-2.250,                -2.25",
        "100,                   100.0",
        "10000000,              10000000.0",
        "123456789.125,         123456789.125",
        "0.1,                   0.1",
        "0.0001,                0.0001",
        "0.00001,               1e-05",
        "0.000123,              0.000123",
        "1.5e-7,                1.5e-07",
        "1.25e-7,               1.25e-07",
        "-1e-10,                -1e-10",
        "9999999999999998,      9999999999999998.0",
        "1e15,                  1000000000000000.0",
        "1e16,                  1e+16",
        "123456789012345680,    1.2345678901234568e+17",
        "1e20,                  1e+20",
        "1e100,                 1e+100",
        "1.5e300,               1.5e+300",
        "1.7976931348623157e308, 1.7976931348623157e+308"
    })
    void numbersAreFormattedLikePython(double number, String text) {
        assertThat(PythonFloat.text(number)).isEqualTo(text);
        assertThat(PythonFloat.repr(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"NaN, nan", "Infinity, inf", "-Infinity, -inf"})
    void infinitiesAndNanAreFormattedByReprOnly(double number, String text) {
        assertThat(PythonFloat.repr(number)).isEqualTo(text);
        assertThatIllegalArgumentException().isThrownBy(() -> PythonFloat.text(number));
    }
}
