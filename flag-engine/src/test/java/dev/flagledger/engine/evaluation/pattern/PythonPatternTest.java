package dev.flagledger.engine.evaluation.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "b+~bbc~true",
                "b+~abc~false",
                "`.*c$`~abc~true",
                "`^a\\Z`~a~true",
                "`a\\Z`~ab~false",
                "`(?P<year>\\d{4})-`~2031-01~true",
                "`(?i)PRO`~pro~true",
                "`a{,2}$`~aa~true",
                "`a{,2}$`~aaa~false",
                "`a{}`~a{}~true",
                "`a{x`~a{x~true",
                "`\\d+$`~٤٢~true",
                "`[\\d]+$`~٤2~true",
                "`\\w+$`~größe_١~true",
                "`\\W`~é~false",
                "`\\S`~é~true",
                "`\\D`~٤~false",
                "`[]a]+$`~]a]~true",
                "`[^]]$`~a~true",
                "`[[:alpha:]]`~a]~true",
                "`[[:alpha:]]`~z]~false",
                "`[.$(]+$`~.($~true",
                "`\\u00e9\\U0001F600`~é😀~true",
                "`\\.`~.~true"
            })
    void patternsMatchAsInPython(String regex, String text, boolean matches) {
        assertThat(matches(regex, text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "a)(", "[a", "[]", "\\", "[\\", "*a", "a**", "(?=a)", "(?<!a)b", "(a)\\1", "\\p{L}",
                "\\Qa\\E", "\\y", "a{2,1}", "(?x)a", "\\uZZZZ"
            })
    void invalidAndNonLinearPatternsAreRejected(String regex) {
        assertThat(PythonPattern.of(regex)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(((((a{99}){99}){99}){99}){99}){99}",
                "(?:(x{0,1000})|y){500,}",
                "([^)]{900}[(]{900}){900}"
            })
    void tooLargePatternsAreRejected(String regex) {
        assertThat(PythonPattern.of(regex)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}b", "(a?){500}a{500}b", "(((a*)*)*)*b"})
    void patternsThatBacktrackElsewhereAreFast(String regex) {
        var text = "a".repeat(2000) + "!";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(matches(regex, text)).isFalse());
    }

    @Property
    void anyPatternTerminatesQuickly(@ForAll("scribbles") String regex) {
        assertThat(matches(regex, "some text (1)")).isIn(true, false);
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings()
                .withChars("ab()[]{}*+?|^$\\.,-:=!<>P0129dDwWsSbBZAuUxé\n")
                .ofMaxLength(60);
    }

    private static boolean matches(String regex, String text) {
        var pattern = PythonPattern.of(regex);
        return pattern != null && pattern.matchesStartOf(text);
    }
}
