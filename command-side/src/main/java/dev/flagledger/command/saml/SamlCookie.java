package dev.flagledger.command.saml;

import dev.flagledger.access.saml.request.RequestIds;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The cookie by which a browser is known to be the one that began a login: the id of the request, which only this server can make. The
 * browser returns with a form of the identity provider's site, so it has to be {@code None}, which browsers allow for HTTPS only. Without
 * HTTPS it says nothing: some browsers then return it for two minutes only.
 */
final class SamlCookie {

    static final String NAME = "saml_login";

    private SamlCookie() {}

    /**
     * Returns the cookie that keeps a request.
     *
     * @param consumer the address for responses, the only one that gets the cookie
     */
    static ResponseCookie keeping(String request, URI consumer) {
        return cookie(request, RequestIds.LIFETIME, consumer);
    }

    /** Returns the cookie that ends it. */
    static ResponseCookie gone(URI consumer) {
        return cookie("", Duration.ZERO, consumer);
    }

    private static ResponseCookie cookie(String value, Duration age, URI consumer) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .path(consumer.getRawPath())
                .maxAge(age);
        return consumer.getScheme().equals("https")
                ? cookie.secure(true).sameSite("None").build()
                : cookie.build();
    }
}
