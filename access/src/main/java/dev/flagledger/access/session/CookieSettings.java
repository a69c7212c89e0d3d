package dev.flagledger.access.session;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logins of browsers by cookies.
 *
 * @param enabled whether logins end with a cookie instead of a token
 * @param secure whether browsers send the cookie by HTTPS only
 * @param sameSite the value of the attribute {@code SameSite}
 * @param idle the time after which a session that is not used ends
 * @param origins the origins of dashboards beside that of the server, such as {@code https://flags.example.com}
 */
@ConfigurationProperties("flagledger.cookie-auth")
public record CookieSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("true") boolean secure,
        @DefaultValue("None") String sameSite,
        @DefaultValue("600m") Duration idle,
        @DefaultValue List<String> origins) {

    /** The name of the cookie, which is Flagsmith's. */
    public static final String NAME = "jwt";

    /** The time after which a session ends, however much it is used. */
    public static final Duration LONGEST = Duration.ofDays(30);

    public CookieSettings {
        if (!idle.isPositive()) {
            throw new IllegalArgumentException("FLAGLEDGER_COOKIE_AUTH_IDLE must be positive");
        }
        if (!List.of("None", "Lax", "Strict").contains(sameSite)) {
            throw new IllegalArgumentException("FLAGLEDGER_COOKIE_AUTH_SAME_SITE must be None, Lax or Strict");
        }
    }
}
