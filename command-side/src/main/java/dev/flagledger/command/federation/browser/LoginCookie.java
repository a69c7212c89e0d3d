package dev.flagledger.command.federation.browser;

import dev.flagledger.access.oidc.OidcClient;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The cookie by which a browser is known to be the one that began a login. {@code Lax}, since the browser returns by a link from the
 * provider's site.
 */
final class LoginCookie {

    static final String NAME = "oidc_login";
    private static final String PATH = "/api/v1/auth/oidc/";

    private LoginCookie() {}

    static ResponseCookie keeping(String value, HttpServletRequest request) {
        return cookie(value, OidcClient.PATIENCE, request);
    }

    static ResponseCookie gone(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(PATH)
                .maxAge(age)
                .build();
    }
}
