package dev.flagledger.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

class CallerTest {

    private static final Actor ANA = Actor.user(3, "ana@example.test");

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAuthenticatedCallerIsItsActor() {
        logIn(ANA);

        assertThat(Caller.current()).isEqualTo(ANA);
    }

    @Test
    void withoutAuthenticationTheCallerIsAnonymous() {
        assertThat(Caller.current()).isEqualTo(Actor.ANONYMOUS);
    }

    @Test
    void aPrincipalThatIsNoActorIsAnonymous() {
        logIn("anonymousUser");

        assertThat(Caller.current()).isEqualTo(Actor.ANONYMOUS);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7", "[2001:db8::7], 2001:db8::7"})
    void anAttributionHasTheCallerAndWhatIsToldOfTheRequest(String address, String recorded) {
        logIn(ANA);
        request.addHeader("X-Request-Id", "r-1");
        request.addHeader("User-Agent", "curl/8");
        request.addHeader("Flagledger-Note", "for%20the%20sale");
        request.setRemoteAddr(address);

        assertThat(Caller.of(request)).isEqualTo(new Attribution(ANA, "r-1", recorded, "curl/8", "for the sale"));
    }

    @Test
    void allAttributionsOfARequestHaveTheSameId() {
        assertThat(Caller.of(request)).isEqualTo(Caller.of(request));
    }

    private static void logIn(Object principal) {
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken(principal, null, List.of()));
    }
}
