package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 1.14 of the admin contract. */
class CookieLoginIT {

    private static final String DASHBOARD = "https://flags.example.test";
    private static final String NOBODY = "{\"detail\":\"Authentication credentials were not provided.\"}";

    private static TestServer server;

    private final String email = "browser-" + UUID.randomUUID() + "@example.test";
    private final Api page = page();

    private static Api page() {
        return server.api().with("Origin", DASHBOARD);
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(
                Map.of("flagledger.cookie-auth.enabled", "true", "flagledger.cookie-auth.origins", DASHBOARD));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void registrationsAndLoginsEndWithACookie() {
        var registered = register();
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.ok().has("key")).isFalse();
        var loggedIn = logIn();

        assertThat(loggedIn.status()).isEqualTo(204);
        assertThat(loggedIn.http().headers().firstValue("Set-Cookie").orElseThrow())
                .matches("jwt=[\\w-]{43}; Path=/; Max-Age=2592000; Expires=[^;]*; Secure; HttpOnly; SameSite=None");
        assertThat(browser(registered).get("auth/users/me/").ok().get("email").asString())
                .isEqualTo(email);
        assertThat(browser(loggedIn)
                        .post("organisations/", Map.of("name", "Acme"))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,, 200",
        "GET, https://flags.example.test, 200",
        "GET, https://evil.example.test, 401",
        "POST, https://flags.example.test, 201",
        "POST, https://evil.example.test, 401",
        "POST, null, 401",
        "POST,, 401"
    })
    void aCookieCountsForPagesOfKnownOriginsOnly(String method, String origin, int status) {
        var caller = server.api().with("Cookie", cookie(register()));
        caller = origin == null ? caller : caller.with("Origin", origin);

        var answer = method.equals("GET")
                ? caller.get("organisations/")
                : caller.post("organisations/", Map.of("name", "A"));
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void pagesOfTheServerItselfNeedNotBeListed() {
        var own = server.address().toString().replaceAll("/$", "");

        assertThat(server.api()
                        .with("Cookie", cookie(register()))
                        .with("Origin", own)
                        .post("organisations/", Map.of("name", "Acme"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nobodyIsLoggedInOnBehalfOfAForeignPage() {
        register();

        var answer = server.api()
                .with("Origin", "https://evil.example.test")
                .post("auth/login/", Map.of("email", email, "password", "un-guess-able 7"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.http().headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** It is the identity provider's page that sends it. */
    @Test
    void theResponseOfASamlProviderIsNoLogin() {
        var answer = server.api()
                .with("Origin", "https://idp.example.test")
                .post("auth/saml/unknown/response/", Map.of("SAMLResponse", "none"));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void listedPagesMayReadAnswersWithCookies() {
        var headers = browser(register()).get("organisations/").http().headers();

        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly(DASHBOARD);
        assertThat(headers.allValues("Access-Control-Allow-Credentials")).containsExactly("true");
        var foreign = server.api().with("Origin", "https://evil.example.test").get("organisations/");
        assertThat(foreign.http().headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(foreign.http().headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void aLogoutEndsTheSessionOfOneBrowser() {
        var first = browser(register());
        var second = browser(logIn());
        var answer = first.post("auth/logout/", Map.of());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.http().headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("jwt=; Path=/; Max-Age=0;");
        assertThat(first.get("auth/users/me/").text()).isEqualTo(NOBODY);
        second.get("auth/users/me/").ok();

        assertThat(second.delete("auth/token/").status()).isEqualTo(204);
        assertThat(second.get("auth/users/me/").text()).isEqualTo(NOBODY);
    }

    /** The founder's, who logs in by SAML from now on. */
    @Test
    void aPolicyHoldsForCookiesFromBefore() {
        var browser = browser(register());
        int user = Member.id(browser);
        int organisation = browser.post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
        var way = LoginWay.by(LoginMethod.SAML, organisation, 1);
        var token = server.part(Sessions.class).token(user, way, LoginCode.NONE, new SessionClient(null, null));
        server.api()
                .with("Authorization", "Token " + token)
                .put("organisations/" + organisation + "/login-policy/", Map.of("methods", List.of("SAML")))
                .ok();

        var refusal = "Your organisation demands another way to log in: SAML.";
        assertThat(browser.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(browser.get("auth/users/me/").text()).contains(refusal);
        assertThat(logIn().text()).contains(refusal);
    }

    @Test
    void usersListAndEndTheirSessions() {
        var first = browser(register());
        var second = browser(logIn());
        var listed = second.get("auth/sessions/").ok();

        assertThat(listed).hasSize(3);
        assertThat(listed.get(0).get("id").isNull()).isTrue();
        assertThat(listed.get(1).get("is_current").asBoolean()).isTrue();
        assertThat(listed.get(1).get("kind").asString()).isEqualTo("COOKIE");
        assertThat(listed.get(1).get("method").asString()).isEqualTo("EMAIL");
        assertThat(listed.get(1).get("address").asString()).isNotEmpty();
        var other = "auth/sessions/" + listed.get(2).get("id").asString() + "/";
        var stranger = server.api().with("Origin", DASHBOARD).with("Cookie", cookie(registerAs("x-" + email)));
        assertThat(stranger.delete(other).status()).isEqualTo(404);
        assertThat(second.delete(other).status()).isEqualTo(204);
        assertThat(second.delete(other).status()).isEqualTo(404);
        assertThat(first.get("auth/users/me/").text()).isEqualTo(NOBODY);
        second.get("auth/users/me/").ok();
    }

    @Test
    void anUnknownCookieIsNoObstacleToAToken() {
        var answer = server.api().with("Cookie", "jwt=unknown").get("organisations/");
        assertThat(answer.text()).isEqualTo(NOBODY);

        assertThat(server.api()
                        .with("Cookie", "jwt=unknown")
                        .with("Authorization", "Token unknown")
                        .get("organisations/")
                        .text())
                .isEqualTo("{\"detail\":\"Invalid token.\"}");
    }

    private Api.Answer register() {
        return registerAs(email);
    }

    private Api.Answer registerAs(String address) {
        return page.post(
                "auth/users/",
                Map.of("email", address, "password", "un-guess-able 7", "first_name", "Bo", "last_name", "Ek"));
    }

    private Api.Answer logIn() {
        return page.post("auth/login/", Map.of("email", email, "password", "un-guess-able 7"));
    }

    private Api browser(Api.Answer loggedIn) {
        return page.with("Cookie", cookie(loggedIn));
    }

    private static String cookie(Api.Answer loggedIn) {
        var header = loggedIn.http().headers().firstValue("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }
}
