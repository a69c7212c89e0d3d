package dev.flagledger.command.user.login;

import dev.flagledger.access.session.CookieSettings;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookies of sessions. Scripts of pages cannot read them. */
public final class SessionCookies {

    private SessionCookies() {}

    /** Returns the cookie that ends a browser's session. */
    public static ResponseCookie cleared(CookieSettings settings) {
        return of(settings, "", Duration.ZERO);
    }

    static ResponseCookie of(CookieSettings settings, String value, Duration age) {
        return ResponseCookie.from(CookieSettings.NAME, value)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite(settings.sameSite())
                .path("/")
                .maxAge(age)
                .build();
    }
}
