package dev.flagledger.access.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkEndingsTest {

    private static final AtomicInteger IDS = new AtomicInteger(52_000);
    private static final SessionClient CLIENT = new SessionClient(null, null);
    private static final int ORGANISATION = 3;

    private final int user = IDS.incrementAndGet();
    private final int other = IDS.incrementAndGet();
    private final FederatedProvider ended = new FederatedProvider(FederatedProvider.Kind.SAML, user);
    private final LoginWay way = LoginWay.by(LoginMethod.SAML, ORGANISATION, ended.id());
    private final LinkedLogins links = GuardedServer.bean(LinkedLogins.class);
    private final LinkEndings endings = GuardedServer.bean(LinkEndings.class);
    private final Sessions sessions = GuardedServer.bean(Sessions.class);

    @BeforeEach
    void link() {
        for (int id : new int[] {user, other}) {
            GuardedServer.bean(Accounts.class).openWithoutPassword(id, "linked-" + id + "@ex.test");
            links.link(id, ended, "subject " + id);
        }
    }

    @Test
    void theTokensOfAProviderEndWithIt() {
        var first = sessions.token(user, way, LoginCode.NONE, CLIENT);
        var second = sessions.token(other, way, LoginCode.NONE, CLIENT);
        endings.forget(ended, ORGANISATION);

        assertThat(sessions.byToken(first)).isEmpty();
        assertThat(sessions.byToken(second)).isEmpty();
        assertThat(links.providersOf(user)).isEmpty();
    }

    @Test
    void thoseOfOtherProvidersStay() {
        var neighbour = sessions.token(user, LoginWay.by(LoginMethod.SAML, ORGANISATION, 1), LoginCode.NONE, CLIENT);
        var longer = sessions.token(
                user, LoginWay.by(LoginMethod.SAML, ORGANISATION, ended.id() * 10), LoginCode.NONE, CLIENT);
        var otherKind =
                sessions.token(user, LoginWay.by(LoginMethod.OIDC, ORGANISATION, ended.id()), LoginCode.NONE, CLIENT);
        var password = sessions.token(user, LoginWay.EMAIL, LoginCode.NONE, CLIENT);
        endings.forget(ended, ORGANISATION);

        for (var token : new String[] {neighbour, longer, otherKind, password}) {
            assertThat(sessions.byToken(token)).isPresent();
        }
    }

    @Test
    void anUnlinkedUserIsOut() {
        var mine = sessions.token(user, way, LoginCode.NONE, CLIENT);
        var theirs = sessions.token(other, way, LoginCode.NONE, CLIENT);
        endings.unlink(user, ended.key());

        assertThat(sessions.byToken(mine)).isEmpty();
        assertThat(sessions.byToken(theirs)).isPresent();
    }

    @Test
    void soIsOneOfAProviderOfTheInstallation() {
        links.link(user, FederatedProvider.GOOGLE, "4711 " + user);
        var google = sessions.token(user, LoginWay.by(LoginMethod.GOOGLE), LoginCode.NONE, CLIENT);
        var saml = sessions.token(user, way, LoginCode.NONE, CLIENT);
        endings.unlink(user, "google");

        assertThat(sessions.byToken(google)).isEmpty();
        assertThat(sessions.byToken(saml)).isPresent();
    }

    @Test
    void providersAreKnownByTheirKeysAndWays() {
        assertThat(FederatedProvider.ofKey(ended.key())).isEqualTo(ended);
        assertThat(FederatedProvider.ofKey("github")).isEqualTo(FederatedProvider.GITHUB);
        assertThat(FederatedProvider.of(way)).hasValue(ended);
        assertThat(FederatedProvider.of(LoginWay.by(LoginMethod.LDAP))).hasValue(FederatedProvider.LDAP);
        assertThat(FederatedProvider.of(LoginWay.EMAIL)).isEmpty();
    }
}
