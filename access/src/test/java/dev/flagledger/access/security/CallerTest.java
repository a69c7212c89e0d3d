package dev.flagledger.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.session.UserSession;
import dev.flagledger.api.Actor;
import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
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

    @Test
    void asASuperuserCountsOnlyWhomNoOrganisationVouchesFor() {
        var installation = Shop.open().then(new SuperuserGranted(Shop.ANA)).state();

        assertThat(isSuperuser(Caller.visible(installation))).isTrue();
        logIn(LoginWay.by(LoginMethod.GOOGLE));
        assertThat(isSuperuser(Caller.visible(installation))).isTrue();
        logIn(LoginWay.by(LoginMethod.OIDC, Shop.ORGANISATION, 7));
        assertThat(isSuperuser(Caller.visible(installation))).isFalse();
        assertThat(Caller.visible(installation).organisation(Shop.ORGANISATION)).isPresent();
    }

    @Test
    void theProviderOfAnotherOrganisationShowsNone() {
        var installation = Shop.open().state();
        logIn(LoginWay.by(LoginMethod.OIDC, Shop.ORGANISATION + 1, 7));

        assertThat(Caller.visible(installation).organisation(Shop.ORGANISATION)).isEmpty();
    }

    private static boolean isSuperuser(Installation installation) {
        return installation.user(Shop.ANA).orElseThrow().standing().superuser();
    }

    private static void logIn(LoginWay way) {
        var caller = new PreAuthenticatedAuthenticationToken(Actor.user(Shop.ANA, "ana@ex.test"), null, List.of());
        caller.setDetails(new UserSession(null, null, way, false, null, false, false));
        SecurityContextHolder.getContext().setAuthentication(caller);
    }

    private static void logIn(Object principal) {
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken(principal, null, List.of()));
    }
}
