package dev.flagledger.access.security.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.session.CookieSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The server is https://flags.example.test, and lists https://dashboard.example.test. */
class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        // method, origin, whether it is listed, whether it is foreign, whether cookies count
        "POST,   https://dashboard.example.test,  true,  false, true",
        "POST,   https://flags.example.test,      false, false, true",
        "POST,   https://evil.example.test,       false, true,  false",
        "GET,    https://evil.example.test,       false, true,  false",
        "POST,   http://dashboard.example.test,   false, true,  false",
        "POST,   https://dashboard.example.test.evil.test, false, true, false",
        "POST,   null,                            false, true,  false",
        "GET,    ,                                false, false, true",
        "HEAD,   ,                                false, false, true",
        "POST,   ,                                false, false, false",
        "DELETE, ,                                false, false, false"
    })
    void cookiesCountForPagesOfListedOriginsAndTheServersOwn(
            String method, @Nullable String origin, boolean listed, boolean foreign, boolean counts) {
        var request = request(method, origin);
        var origins = origins(true);

        assertThat(origins.isListed(request)).isEqualTo(listed);
        assertThat(origins.isForeign(request)).isEqualTo(foreign);
        assertThat(origins.letCookiesCount(request)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void noOriginIsListedWhereCookiesAreNotUsed(String method) {
        var request = request(method, "https://dashboard.example.test");

        assertThat(origins(false).isListed(request)).isFalse();
        assertThat(origins(false).letCookiesCount(request)).isFalse();
    }

    private static MockHttpServletRequest request(String method, @Nullable String origin) {
        var request = new MockHttpServletRequest(method, "/api/v1/organisations/");
        request.setScheme("https");
        request.setServerName("flags.example.test");
        request.setServerPort(443);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return request;
    }

    private static Origins origins(boolean enabled) {
        return new Origins(new CookieSettings(
                enabled, true, "None", Duration.ofHours(1), List.of("https://dashboard.example.test")));
    }
}
