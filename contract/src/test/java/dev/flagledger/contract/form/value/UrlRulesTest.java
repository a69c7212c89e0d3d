package dev.flagledger.contract.form.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {

    private static final String NO_SCHEME = "Enter a valid http(s) URL.";
    private static final String NO_ADDRESS = "Enter a valid URL.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.test",
                "https://a.test/x?y=z#w",
                "HTTPS://A.test",
                "http://localhost:8080/",
                "https://[::1]/"
            })
    void anHttpUrlIsValid(String url) {
        assertThat(UrlRules.problemsOf(url)).isEmpty();
        assertThat(UrlRules.problemOf(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://", "https:///x", "http://user:secret@a.test/", "http://a b.test/", "http://a_b/%zz"})
    void aUrlWithoutAHostIsInvalid(String url) {
        assertThat(UrlRules.problemsOf(url)).containsExactly(NO_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.test/", "ws://a.test"})
    void aUrlOfAnotherSchemeIsInvalid(String url) {
        assertThat(UrlRules.problemsOf(url)).containsExactly(NO_SCHEME);
        assertThat(UrlRules.problemOf(url)).contains(NO_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.test", "//a.test", "javascript:alert(1)", "/x", " https://a.test"})
    void theLastOfSeveralErrorsIsReported(String url) {
        assertThat(UrlRules.problemsOf(url)).isEqualTo(List.of(NO_SCHEME, NO_ADDRESS));
        assertThat(UrlRules.problemOf(url)).contains(NO_ADDRESS);
    }
}
