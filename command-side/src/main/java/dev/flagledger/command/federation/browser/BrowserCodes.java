package dev.flagledger.command.federation.browser;

import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.LoginCodes;
import dev.flagledger.access.session.CookieSettings;
import dev.flagledger.ledger.secret.RandomSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Codes of logins that are good in the browser only that has returned from the provider, which keeps a cookie. Otherwise somebody could have
 * the browser of another person log in with a code of their own, or use a code that they have seen. Dashboards of origins whose requests
 * bring no cookies get codes that are good anywhere.
 */
@Component
public final class BrowserCodes {

    /** The cookie. */
    static final String NAME = "login_code";

    private static final String PATH = "/api/v1/auth/";

    private final LoginCodes codes;
    private final CookieSettings settings;

    BrowserCodes(LoginCodes codes, CookieSettings settings) {
        this.codes = codes;
        this.settings = settings;
    }

    /** A code, and the cookie that has to come with it; empty if none has to. */
    public record Issued(String code, Optional<ResponseCookie> cookie) {}

    /**
     * Makes a code for a person who has logged in at a provider.
     *
     * @param dashboard the page to which the browser brings the code
     * @param server the address of this server, as the browser has called it
     */
    public Issued issue(FederatedIdentity identity, URI dashboard, URI server) {
        var origin = originOf(dashboard);
        if (origin.equals(originOf(server))) {
            return bound(identity, isHttps(server), "Lax");
        }
        if (settings.enabled() && settings.origins().contains(origin)) {
            return bound(identity, settings.secure(), settings.sameSite());
        }
        return new Issued(codes.issue(identity, null), Optional.empty());
    }

    /** Returns who has logged in, and ends the code; empty if it is not good in this browser. */
    public Optional<FederatedIdentity> redeem(String code, HttpServletRequest request) {
        return codes.redeem(
                code,
                Optional.ofNullable(WebUtils.getCookie(request, NAME))
                        .map(Cookie::getValue)
                        .orElse(null));
    }

    private Issued bound(FederatedIdentity identity, boolean secure, String sameSite) {
        var browser = RandomSecret.draw();
        var cookie = ResponseCookie.from(NAME, browser)
                .httpOnly(true)
                .secure(secure)
                .sameSite(sameSite)
                .path(PATH)
                .maxAge(LoginCodes.GOOD)
                .build();
        return new Issued(codes.issue(identity, browser), Optional.of(cookie));
    }

    /** Scheme, host and port as browsers name them: without the usual port. */
    private static String originOf(URI address) {
        int usual = isHttps(address) ? 443 : 80;
        var port = address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
        return (address.getScheme() + "://" + address.getHost()).toLowerCase(Locale.ROOT) + port;
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }
}
