package dev.flagledger.access.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a caller shows to be let in, before anybody has looked whose it is. Each kind has a type, by which its provider is found. */
abstract class ShownCredentials extends AbstractAuthenticationToken {

    private final String shown;
    private final transient HttpServletRequest request;

    ShownCredentials(String shown, HttpServletRequest request) {
        super(List.of());
        this.shown = shown;
        this.request = request;
    }

    /** A user's token. */
    static final class UserToken extends ShownCredentials {
        UserToken(String shown, HttpServletRequest request) {
            super(shown, request);
        }
    }

    /** The key of a program of an organisation. */
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

    /** Nobody is known by then. */
    @Override
    public @Nullable Object getPrincipal() {
        return null;
    }
}
