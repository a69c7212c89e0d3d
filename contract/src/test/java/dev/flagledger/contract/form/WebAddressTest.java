package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

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
    void whatABrowserCouldOpenIsOne(String url) {
        assertThat(WebAddress.problemsOf(url)).isEmpty();
        assertThat(WebAddress.problemOf(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://", "https:///x", "http://user:secret@a.test/", "http://a b.test/", "http://a_b/%zz"})
    void whatNamesNoHostIsNone(String url) {
        assertThat(WebAddress.problemsOf(url)).containsExactly(NO_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.test/", "ws://a.test"})
    void whatIsOfAnotherKindIsNone(String url) {
        assertThat(WebAddress.problemsOf(url)).containsExactly(NO_SCHEME);
        assertThat(WebAddress.problemOf(url)).contains(NO_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.test", "//a.test", "javascript:alert(1)", "/x", " https://a.test"})
    void ofSeveralProblemsTheLastIsSaidWhereOnlyOneCanBe(String url) {
        assertThat(WebAddress.problemsOf(url)).isEqualTo(List.of(NO_SCHEME, NO_ADDRESS));
        assertThat(WebAddress.problemOf(url)).contains(NO_ADDRESS);
    }
}
