package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The {@code Authorization} header: RFC 9110, 11.4. */
class CredentialsTest {

    @Test
    void aRequestWithoutTheHeaderHasNone() {
        assertThat(Credentials.of(new MockHttpServletRequest())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Token abc       | Token   | [abc]
            '  Token  abc ' | Token   | [abc]
            Token           | Token   | []
            Api-Key a b     | Api-Key | [a, b]
            """)
    void theHeaderIsSplitIntoSchemeAndWords(String header, String scheme, String words) {
        var credentials = read(header);

        assertThat(credentials.scheme()).isEqualTo(scheme);
        assertThat(credentials.words()).hasToString(words);
    }

    @Test
    void theCaseOfTheSchemeIsIgnored() {
        assertThat(read("tOKEN abc").hasScheme("Token")).isTrue();
        assertThat(read("Tokens abc").hasScheme("Token")).isFalse();
    }

    private static Credentials read(String header) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return Credentials.of(request).orElseThrow();
    }
}
