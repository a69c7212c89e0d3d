package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which a person consents where there is no dashboard, by HTTP as a browser does it. */
class ConsentPageIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Person bo = Person.in(SERVER);
    private final OAuthClientStub cli = OAuthClientStub.cli(SERVER.api());
    private final Map<String, String> password =
            Map.of("decision", "allow", "email", bo.email(), "password", Person.PASSWORD);

    @Test
    void aPersonLogsInAndTheProgramGetsWhatItAskedFor() {
        var page = shown(cli.request());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Flagsmith CLI", "Manage everything on your behalf", cli.redirectUri());

        var sent = posted(cli.request(), password);
        assertThat(sent.status()).isEqualTo(303);
        var returned = OAuthClientStub.parameters(location(sent));
        assertThat(location(sent)).startsWith(cli.redirectUri() + "?");
        assertThat(returned).containsOnlyKeys("code", "state").containsEntry("state", "s 1&2");
        var tokens = cli.redeem(Objects.requireNonNull(returned.get("code"))).ok();

        assertThat(tokens.get("scope").asString()).isEqualTo("admin-api");
        assertThat(cli.bearer(tokens).get("auth/users/me/").ok().get("email").asString())
                .isEqualTo(bo.email());
        assertThat(sent.http().headers().firstValue("Set-Cookie"))
                .as("no session")
                .isEmpty();
        assertThat(bo.api().get("auth/sessions/").ok().get(1).get("kind").asString())
                .isEqualTo("APPLICATION");
    }

    @Test
    void aSecondFactorIsAskedFor() {
        var secret = bo.activateFactor();
        var asked = posted(cli.request(), password);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("one-time-code").doesNotContain("type=\"password\"");
        var token = ephemeralToken(asked.text());

        var wrong = posted(cli.request(), Map.of("decision", "allow", "ephemeral_token", token, "code", "000000"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("Invalid or expired code.", token);
        var late = posted(cli.request(), Map.of("decision", "allow", "ephemeral_token", "1-a-b", "code", "000000"));
        assertThat(late.text()).contains("The code came too late. Log in again.", "type=\"password\"");
        assertThat(bo.api().get("auth/sessions/").ok()).hasSize(1);

        var right = Map.of("decision", "allow", "ephemeral_token", token, "code", Person.code(secret, 1));
        assertThat(location(posted(cli.request(), right))).contains("code=");
        assertThat(posted(cli.request(), right).text()).as("once").contains("Invalid or expired code.");
    }

    /** Without scripts, nothing else tells who does not see it that the page is another one now, and where to go on. */
    @Test
    void titleAndFieldsSayHowFarAPersonHasGot() {
        assertThat(shown(cli.request()).text())
                .contains("<title>Let an application act for you? - Flagledger</title>")
                .doesNotContain("autofocus", "aria-invalid");
        assertThat(posted(cli.request(), password("wrong")).text())
                .contains("<title>Error: Let an application act for you? - Flagledger</title>", "id=\"problem\"")
                .containsOnlyOnce("autofocus")
                .containsPattern("name=\"email\"[^>]* aria-invalid=\"true\" aria-describedby=\"problem\" autofocus>")
                .containsPattern("name=\"password\"[^>]* aria-invalid=\"true\" aria-describedby=\"problem\">");

        bo.activateFactor();
        var asked = posted(cli.request(), password).text();
        assertThat(asked)
                .contains("<title>Enter a code of your second factor - Flagledger</title>")
                .containsPattern("name=\"code\"[^>]* autofocus>")
                .doesNotContain("aria-invalid");
        var wrong = posted(
                cli.request(), Map.of("decision", "allow", "ephemeral_token", ephemeralToken(asked), "code", "000000"));
        assertThat(wrong.text())
                .contains("<title>Error: Enter a code")
                .containsPattern("name=\"code\"[^>]* aria-describedby=\"problem\" autofocus>");
    }

    private static String ephemeralToken(String page) {
        return page.replaceFirst("(?s).*name=\"ephemeral_token\" value=\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest
    @CsvSource({"wrong, true", "wrong, false", "'', true"})
    void aWrongPasswordLetsNobodyIn(String given, boolean known) {
        var email = known ? bo.email() : "nobody-" + bo.email();
        var answer = posted(cli.request(), Map.of("decision", "allow", "email", email, "password", given));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("Unable to log in with provided credentials.")
                .doesNotContain(email);
        assertThat(bo.api().get("auth/sessions/").ok()).hasSize(1);
    }

    /** Else the page would be a way to guess passwords that no limit stops. */
    @Test
    void wrongPasswordsHereLockAsElsewhere() {
        for (int time = 0; time < 10; time++) {
            posted(cli.request(), Map.of("decision", "allow", "email", bo.email(), "password", "wrong"));
        }

        assertThat(posted(cli.request(), password).status()).isEqualTo(400);
        assertThat(bo.logIn().status()).isEqualTo(400);
    }

    @Test
    void aPersonRefusesWithoutSayingWhoTheyAre() {
        var sent = posted(cli.request(), Map.of("decision", "refuse"));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(OAuthClientStub.parameters(location(sent)))
                .isEqualTo(Map.of("error", "access_denied", "state", "s 1&2"));
        assertThat(location(posted(cli.request(), Map.of()))).contains("error=access_denied");
    }

    @Test
    void nothingThatAClientSaysIsMarkup() {
        var hostile = "\"'></bdi></h1><script>alert(1)</script><img src=x onerror=alert(2)>&lt;";
        var registered = OAuthClientStub.register(
                        SERVER.api(),
                        Map.of(
                                "token_endpoint_auth_method",
                                "none",
                                "client_name",
                                hostile,
                                "redirect_uris",
                                List.of("https://a.example/?q='%3E&amp;r=1")))
                .ok();
        var client = new OAuthClientStub(
                SERVER.api(),
                registered.get("client_id").asString(),
                registered.get("redirect_uris").get(0).asString(),
                "mcp");
        var request = client.requestWith("state", hostile);

        for (var page : List.of(shown(request), posted(request, password("wrong")))) {
            assertThat(page.text())
                    .contains("<bdi>&quot;&#39;&gt;&lt;/bdi&gt;&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img")
                    .contains("&amp;lt;</bdi>", "<code>https://a.example/?q=&#39;%3E&amp;amp;r=1</code>")
                    .contains("Nobody has checked whose it is")
                    .doesNotContain("<script", "<img", "onerror=alert(2)>");
        }
        assertThat(OAuthClientStub.parameters(location(posted(request, Map.of()))))
                .containsEntry("state", hostile);
        var unknown = shown(cli.requestWith("client_id", "<script>alert(3)</script>"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).doesNotContain("<script");
        assertThat(shown(cli.requestWith("response_type", "<script>alert(4)</script>"))
                        .text())
                .doesNotContain("<script");
    }

    private Map<String, String> password(String given) {
        return Map.of("decision", "allow", "email", "\"><script>alert(5)</script>", "password", given);
    }

    @Test
    void browsersMayDoNothingButShowItAndSendItBack() {
        var headers = shown(cli.request()).http().headers();

        assertThat(headers.firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'"
                        + " http://127\\.0\\.0\\.1:51234; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy"))
                .as("else browsers would hide the origin of the form")
                .hasValue("same-origin");
        assertThat(policy(shown(cli.requestWith("client_id", "nobody")).http().headers()))
                .contains("form-action 'none'");
    }

    /** A policy can name neither an IPv6 address nor more of a program's own scheme. */
    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb?x=1, https://app.example",
        "https://app.example:8443/cb, https://app.example:8443",
        "http://[::1]/cb, http:",
        "com.example.app:/cb, com.example.app:"
    })
    void theFormMayLeadBackToTheApplication(String redirect, String source) {
        var registered = OAuthClientStub.register(
                        SERVER.api(), Map.of("token_endpoint_auth_method", "none", "redirect_uris", List.of(redirect)))
                .ok();
        var client =
                new OAuthClientStub(SERVER.api(), registered.get("client_id").asString(), redirect, "mcp");

        assertThat(policy(shown(client.request()).http().headers())).contains("form-action 'self' " + source + ";");
        assertThat(location(posted(client.request(), password))).startsWith(redirect.replaceAll("\\?.*", ""));
    }

    /** Nobody knows that the address is the client's. */
    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/",
        "redirect_uri, http://127.0.0.1.evil.test/callback",
        "redirect_uri, javascript:alert(1)",
        "redirect_uri, ''",
        "client_id, nobody",
        "code_challenge, ''",
        "scope, mcp"
    })
    void theBrowserIsSentNowhereForAnInvalidRequest(String parameter, String value) {
        var request = cli.requestWith(parameter, value);

        for (var answer : List.of(shown(request), posted(request, Map.of()), posted(request, password))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.http().headers().firstValue("Location")).isEmpty();
            assertThat(answer.text())
                    .contains("This does not work", "Start again from the application")
                    .doesNotContain("<form");
        }
        assertThat(bo.api().get("auth/sessions/").ok()).hasSize(1);
    }

    /** Such a page could let an application act for somebody who does not know of it. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "not an address"})
    void formsOfForeignPagesAreRefused(String origin) {
        var answer =
                posted(origin == null ? SERVER.api() : SERVER.api().with("Origin", origin), cli.request(), password);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.http().headers().firstValue("Location")).isEmpty();
        assertThat(bo.api().get("auth/sessions/").ok()).hasSize(1);
    }

    @Test
    void theRulesOfTheOrganisationHold() {
        var shop = Shop.in(SERVER);
        Member.join(SERVER, shop.organisation(), Member.id(bo.api()), Role.USER);
        shop.ana()
                .patch("organisations/" + shop.organisation() + "/", Map.of("force_2fa", true))
                .ok();

        var refused = posted(cli.request(), password);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Your organisation demands a second factor. Set one up first.");
        assertThat(bo.api().get("auth/sessions/").ok()).hasSize(1);
    }

    private static Api.Answer shown(Map<String, String> request) {
        return SERVER.api().get("/oauth/authorize/?" + OAuthClientStub.form(request));
    }

    private static Api.Answer posted(Map<String, String> request, Map<String, String> form) {
        return posted(SERVER.api().with("Origin", SERVER.address().toString().replaceAll("/$", "")), request, form);
    }

    private static Api.Answer posted(Api page, Map<String, String> request, Map<String, String> form) {
        return page.with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "/oauth/authorize/?" + OAuthClientStub.form(request),
                        OAuthClientStub.form(new TreeMap<>(form)));
    }

    private static String policy(HttpHeaders headers) {
        return headers.firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String location(Api.Answer answer) {
        return answer.http().headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.text()));
    }
}
