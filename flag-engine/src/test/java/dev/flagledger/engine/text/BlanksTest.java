package dev.flagledger.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values are those of Python's {@code str.strip()}. */
class BlanksTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\u001c", "\u0085", "\u00a0", "\u2003", "\u202f", "\u3000"})
    void blanksAreStrippedAtBothEndsOnly(String blank) {
        assertThat(Blanks.strip(blank + blank + "a" + blank + "b" + blank)).isEqualTo("a" + blank + "b");
        assertThat(Blanks.strip(blank)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "a, a", "\u200b, \u200b", "\ufeff, \ufeff"})
    void otherCharactersAreKept(String text, String stripped) {
        assertThat(Blanks.strip(text)).isEqualTo(stripped);
    }
}
