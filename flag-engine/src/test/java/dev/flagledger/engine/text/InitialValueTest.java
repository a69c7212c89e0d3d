package dev.flagledger.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flagledger.api.flag.FeatureValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Initial values are typed like Python's {@code int()}, within Flagsmith's limits. */
class InitialValueTest {

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments("12", 12),
                arguments("0", 0),
                arguments("-0", 0),
                arguments("007", 7),
                arguments("+5", 5),
                arguments("-5", -5),
                arguments("1_000", 1000),
                arguments("0_0", 0),
                arguments(" 12 ", 12),
                arguments("\t12\r\n", 12),
                arguments("12\u00a0", 12),
                arguments("\u200712\u0085", 12),
                arguments("2147483646", 2147483646),
                arguments("-2147483646", -2147483646),
                arguments("0".repeat(4000) + "1", 1));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aWholeNumberBecomesANumber(String text, int number) {
        assertThat(InitialValue.parse(text)).isEqualTo(FeatureValue.of(number));
    }

    /** As in Python, and therefore in Flagsmith. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "\uff11\uff12", "\ud835\udfcf\ud835\udfd0", "\u0661_\u0662", "1\u0662"})
    void digitsOfAnyScriptAreDigits(String twelve) {
        assertThat(InitialValue.parse(twelve)).isEqualTo(FeatureValue.of(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "-2147483647", "2147483648", "-2147483648", "99999999999999999999999999"})
    void aNumberThatIsTooLargeStaysText(String text) {
        assertThat(InitialValue.parse(text)).isEqualTo(FeatureValue.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "blue",
                "1.0",
                "1e3",
                "0x10",
                "1__0",
                "_1",
                "1_",
                "-_1",
                "+ 5",
                "+-5",
                "1 2",
                "+",
                "\u00b2",
                "\u00bd",
                "\u200b12",
                "\ufeff12",
                "\u180e12"
            })
    void anythingElseStaysText(String text) {
        assertThat(InitialValue.parse(text)).isEqualTo(FeatureValue.of(text));
    }

    @Test
    void onlyTheFourSpellingsAreBooleans() {
        assertThat(Stream.of("true", "True").map(InitialValue::parse)).containsOnly(FeatureValue.of(true));
        assertThat(Stream.of("false", "False").map(InitialValue::parse)).containsOnly(FeatureValue.of(false));
        assertThat(Stream.of("TRUE", "FALSE", " true", "yes").map(InitialValue::parse))
                .allMatch(value -> value.type() == FeatureValue.Type.UNICODE);
    }

    @Test
    void theLongestValueThereCanBeIsTypedToo() {
        var digitsAndUnderscores = "1" + "_1".repeat(9_999);

        assertThat(InitialValue.parse(digitsAndUnderscores)).isEqualTo(FeatureValue.of(digitsAndUnderscores));
    }

    @Test
    void nullIsNoValue() {
        assertThat(InitialValue.parse(null)).isEqualTo(FeatureValue.NONE);
    }
}
