package dev.flagledger.api.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The typing of initial values, as Python's {@code int()} and Flagsmith's limits decide it. */
class FeatureValueTest {

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
        assertThat(FeatureValue.parse(text)).isEqualTo(FeatureValue.of(number));
    }

    /** Python takes them, Flagsmith with it, and a client that moves over must get the value that it had. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "\uff11\uff12", "\ud835\udfcf\ud835\udfd0", "\u0661_\u0662", "1\u0662"})
    void digitsOfAnyScriptAreDigits(String twelve) {
        assertThat(FeatureValue.parse(twelve)).isEqualTo(FeatureValue.of(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "-2147483647", "2147483648", "-2147483648", "99999999999999999999999999"})
    void aNumberThatIsTooLargeStaysText(String text) {
        assertThat(FeatureValue.parse(text)).isEqualTo(FeatureValue.of(text));
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
        assertThat(FeatureValue.parse(text)).isEqualTo(FeatureValue.of(text));
    }

    @Test
    void onlyTheFourSpellingsAreBooleans() {
        assertThat(Stream.of("true", "True").map(FeatureValue::parse)).containsOnly(FeatureValue.of(true));
        assertThat(Stream.of("false", "False").map(FeatureValue::parse)).containsOnly(FeatureValue.of(false));
        assertThat(Stream.of("TRUE", "FALSE", " true", "yes").map(FeatureValue::parse))
                .allMatch(value -> value.type() == FeatureValue.Type.UNICODE);
    }

    @Test
    void theLongestValueThereCanBeIsTypedToo() {
        var digitsAndUnderscores = "1" + "_1".repeat(9_999);

        assertThat(FeatureValue.parse(digitsAndUnderscores)).isEqualTo(FeatureValue.of(digitsAndUnderscores));
    }

    @Test
    void noValueIsAnEmptyText() {
        assertThat(FeatureValue.parse(null)).isEqualTo(FeatureValue.NONE);
        assertThat(FeatureValue.NONE.type().wireName()).isEqualTo("unicode");
    }

    @Test
    void aValueGoesOutAsItsPlainSelf() {
        assertThat(FeatureValue.NONE.plain()).isNull();
        assertThat(FeatureValue.of("").plain()).isEqualTo("");
        assertThat(FeatureValue.of(7).plain()).isEqualTo(7);
        assertThat(FeatureValue.of(false).plain()).isEqualTo(false);
    }
}
