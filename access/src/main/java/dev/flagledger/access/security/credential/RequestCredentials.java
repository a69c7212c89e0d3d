package dev.flagledger.access.security.credential;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Credentials of a request before authentication. Each kind has a type of its own, by which its provider is found. */
public abstract class RequestCredentials extends AbstractAuthenticationToken {

    private final String shown;
    private final transient HttpServletRequest request;

    RequestCredentials(String shown, HttpServletRequest request) {
        super(List.of());
        this.shown = shown;
        this.request = request;
    }

    /** The token of a user. */
    static final class UserToken extends RequestCredentials {
        UserToken(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    /** The cookie of a user's browser. */
    public static final class SessionCookie extends RequestCredentials {
        public SessionCookie(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    /** The access token of an application. */
    static final class AccessToken extends RequestCredentials {
        AccessToken(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    /** The API key of an organisation. */
    static final class ApiKey extends RequestCredentials {
        ApiKey(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    @Override
    public String getCredentials() {
        return shown;
    }

    /** The request that has the credentials. */
    public HttpServletRequest request() {
        return request;
    }

    /** The principal is not known before authentication. */
    @Override
    public @Nullable Object getPrincipal() {
        return null;
    }
}
