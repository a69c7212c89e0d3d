package dev.flagledger.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No secret in a URL is shown. */
class ShownUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        https://ex.test/hook,                   https://ex.test/hook
        https://ex.test/hook?a=1&token=x#top,   https://ex.test/hook?a=(hidden)&token=(hidden)#top
        https://me:pass@ex.test/hook,           https://ex.test/hook
        https://me@ex.test?at=a@b,              https://ex.test?at=(hidden)
        https://ex.test/to/a@b,                 https://ex.test/to/a@b
        """)
    void valuesOfTheQueryAndUsersAreHidden(String url, String shown) {
        assertThat(ShownUrl.of(url)).isEqualTo(shown);
    }
}
