package dev.flagledger.access.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Credentials of a request before authentication. Each kind has a type of its own, by which its provider is found. */
abstract class ShownCredentials extends AbstractAuthenticationToken {

    private final String shown;
    private final transient HttpServletRequest request;

    ShownCredentials(String shown, HttpServletRequest request) {
        super(List.of());
        this.shown = shown;
        this.request = request;
    }

    /** The token of a user. */
    static final class UserToken extends ShownCredentials {
        UserToken(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    /** The API key of an organisation. */
    static final class ApiKey extends ShownCredentials {
        ApiKey(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    @Override
    public String getCredentials() {
        return shown;
    }

    HttpServletRequest request() {
        return request;
    }

    /** The principal is not known before authentication. */
    @Override
    public @Nullable Object getPrincipal() {
        return null;
    }
}
