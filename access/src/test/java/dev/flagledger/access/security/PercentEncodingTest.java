package dev.flagledger.access.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

class PercentEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "50 % + 1", "für 🚀", "line\nbreak", "a\0b", "\uFFFD"})
    void textIsReadAsItWasWritten(String text) {
        assertThat(PercentEncoding.decode(UriUtils.encode(text, UTF_8))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%", "%C3", "%C3%28", "%ED%A0%BD", "%F0%9F%9A", "für"})
    void whatIsNoUtf8InAsciiIsNotRead(String encoded) {
        assertThat(PercentEncoding.decode(encoded)).isEmpty();
    }
}
