package dev.flagledger.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            search=50%,            search=50%
            50%+off,               50% off
            100%25,                100%
            %zz,                   %zz
            %c3%zz,                \uFFFD%zz
            %4,                    %4
            %%41,                  %A
            caf%C3%A9,             caf\u00e9
            %f0%9f%9a%80,          \uD83D\uDE80
            %ff,                   \uFFFD
            %c3%28,                \uFFFD(
            %ed%a0%80,             \uFFFD\uFFFD\uFFFD
            %ff%20a,               \uFFFD a
            """)
    void malformedEscapesStandForThemselves(String written, String read) {
        assertThat(decoded(written)).isEqualTo(read.replace("\uFFFD\uFFFD\uFFFD", "\uFFFD"));
    }

    @Property
    void wellFormedTextIsUnchanged(@ForAll String text) {
        var sound = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);

        assertThat(Escapes.repaired(sound)).isEqualTo(sound);
    }

    @Property
    void repairedTextCanAlwaysBeDecoded(@ForAll String text) {
        var repaired = Escapes.repaired(text);

        assertThat(Escapes.repaired(repaired)).isEqualTo(repaired);
        assertThat(decoded(text)).isNotNull();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(Escapes.repaired(text), StandardCharsets.UTF_8);
    }
}
