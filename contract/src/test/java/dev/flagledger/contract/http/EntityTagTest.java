package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests: RFC 9110, 8.8.3 and 13.1.2. */
class EntityTagTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "abc"                    | true
            W/"abc"                  | true
            "x", "abc"               | true
            "x" ,W/"abc"             | true
            "a,b", "abc"             | true
            "a, \\"abc", W/"abc"     | true
            *                        | true
            "x"                      | false
            "ABC"                    | false
            "x,abc,y"                | false
            "*"                      | false
            w/"abc"                  | true
            abc                      | false
            "abc                     | false
            ``                       | false
            """)
    void ifNoneMatchIsComparedAsTheRfcRequires(String header, boolean known) {
        assertThat(new EntityTag("abc").isAmong(List.of(header))).isEqualTo(known);
    }

    @Test
    void severalHeadersAreReadAsOneList() {
        assertThat(new EntityTag("abc").isAmong(List.of("\"x\"", "\"abc\""))).isTrue();
        assertThat(new EntityTag("abc").isAmong(List.of())).isFalse();
    }

    @Test
    void differentBodiesHaveDifferentTags() {
        var one = EntityTag.of("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(one.header()).matches("\"[0-9a-f]{32}\"");
        assertThat(EntityTag.of("{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(one);
        assertThat(EntityTag.of("[]".getBytes(StandardCharsets.UTF_8))).isNotEqualTo(one);
    }
}
