package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Only the methods that an organisation names let its members in, whichever way they come. Logins with a password, by OpenID Connect and by
 * cookie are in {@link LoginPolicyIT}, {@link OidcLoginIT} and {@link CookieLoginIT}.
 */
class EveryWayInIT extends SamlConfigured {

    private static final ProviderStub PROVIDERS = new ProviderStub();
    private static final DirectoryStub DIRECTORY = DirectoryStub.start();
    private static final TestServer BOTH = started();

    private final int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final String email = UUID.randomUUID() + "@example.test";
    private final int ana = Member.id(shop.ana());
    private final String policy = "organisations/" + shop.organisation() + "/login-policy/";

    EveryWayInIT() {
        super(BOTH);
    }

    private static TestServer started() {
        var settings = new HashMap<>(PROVIDERS.settings());
        settings.putAll(DIRECTORY.settings(0));
        return TestServer.start(settings);
    }

    @AfterAll
    static void stop() {
        BOTH.close();
        PROVIDERS.close();
        DIRECTORY.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"GOOGLE", "GITHUB", "LDAP", "SAML"})
    void aMethodLetsInExactlyWhileItIsAllowed(LoginMethod method) {
        var user = user(logIn(method));
        if (method != LoginMethod.SAML) {
            Member.join(server, shop.organisation(), Member.id(user), Role.USER);
        }
        var organisation = "organisations/" + shop.organisation() + "/projects/";
        assertThat(user.get(organisation).status()).isEqualTo(200);

        allow(LoginMethod.OIDC, LoginMethod.EMAIL);

        var refusal = "Your organisation demands another way to log in: OIDC.";
        var login = logIn(method);
        assertThat(login.status()).as(login.text()).isBetween(400, 401);
        assertThat(login.text()).contains(refusal);
        assertThat(user.get("auth/users/me/").status())
                .as("the token from before")
                .isEqualTo(401);
        assertThat(user.get("auth/users/me/").text()).contains(refusal);
        assertThat(user.get(organisation).status()).isEqualTo(401);

        allow(method, LoginMethod.OIDC);

        assertThat(user.get(organisation).status()).as("the token from before").isEqualTo(200);
        assertThat(user(logIn(method)).get(organisation).status()).isEqualTo(200);
    }

    private Api.Answer logIn(LoginMethod method) {
        var token = ProviderStub.token(number, email);
        return switch (method) {
            case GOOGLE -> anonymous.post("auth/oauth/google/", Map.of("access_token", token));
            case GITHUB -> {
                PROVIDERS.expect(token);
                yield anonymous.post("auth/oauth/github/", Map.of("access_token", "c0de"));
            }
            case LDAP -> anonymous.post("auth/login/", Map.of("email", "lea", "password", DirectoryStub.PASSWORD));
            case SAML -> anonymous.post("auth/saml/login/", Map.of("access_token", code(response("kim"))));
            case EMAIL, OIDC -> throw new AssertionError(method);
        };
    }

    private Api user(Api.Answer login) {
        return anonymous.with("Authorization", "Token " + login.ok().get("key").asString());
    }

    /** Step by step, since nobody can change a policy so that it would lock them out. */
    private void allow(LoginMethod method, LoginMethod before) {
        put(before, List.of(before, method));
        put(method, List.of(method));
    }

    /** By Ana, as if she had logged in by this method. */
    private void put(LoginMethod by, List<LoginMethod> methods) {
        var way = by == LoginMethod.SAML || by == LoginMethod.OIDC
                ? LoginWay.by(by, shop.organisation(), 1)
                : LoginWay.by(by);
        var token = server.part(Sessions.class).token(ana, way, LoginCode.NONE, new SessionClient(null, null));
        anonymous
                .with("Authorization", "Token " + token)
                .put(policy, Map.of("methods", methods))
                .ok();
    }
}
