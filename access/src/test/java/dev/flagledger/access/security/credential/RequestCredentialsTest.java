package dev.flagledger.access.security.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.access.session.UserSession;
import dev.flagledger.api.Actor;
import dev.flagledger.api.login.LoginWay;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;

class RequestCredentialsTest {

    private static final Actor ANA = Actor.user(3, "ana@example.test");

    private static final UserSession SESSION = new UserSession(null, null, LoginWay.EMAIL, false, null, false, false);

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final RequestCredentials.UserToken token = new RequestCredentials.UserToken("t0ken", request);
    private final CallerProvider<RequestCredentials.UserToken> users = new CallerProvider<>(
            RequestCredentials.UserToken.class,
            shown -> shown.getCredentials().equals("t0ken") && shown.request() == request
                    ? Optional.of(new KnownCaller(ANA, SESSION))
                    : Optional.empty(),
            "Invalid token.");

    @Test
    void credentialsProveNothingBeforeAuthentication() {
        assertThat(token.getCredentials()).isEqualTo("t0ken");
        assertThat(token.request()).isSameAs(request);
        assertThat(token.getPrincipal()).isNull();
        assertThat(token.getAuthorities()).isEmpty();
        assertThat(token.isAuthenticated()).isFalse();
    }

    @Test
    void credentialsAreNotPrinted() {
        assertThat(token.toString()).doesNotContain("t0ken");
    }

    @Test
    void eachKindIsLeftToItsProvider() {
        assertThat(users.supports(RequestCredentials.UserToken.class)).isTrue();
        assertThat(users.supports(RequestCredentials.ApiKey.class)).isFalse();
        assertThat(users.supports(RequestCredentials.class)).isFalse();
    }

    @Test
    void theHolderIsThePrincipalOfTheAuthenticatedRequest() {
        var authenticated = users.authenticate(token);

        assertThat(authenticated.isAuthenticated()).isTrue();
        assertThat(authenticated.getPrincipal()).isEqualTo(ANA);
        assertThat(authenticated.getDetails()).isEqualTo(SESSION);
        assertThat(authenticated.getCredentials()).isNull();
        assertThat(authenticated.getAuthorities()).isEmpty();
    }

    @Test
    void credentialsWithoutAHolderAreRefused() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> users.authenticate(new RequestCredentials.UserToken("other", request)))
                .withMessage("Invalid token.");
    }
}
