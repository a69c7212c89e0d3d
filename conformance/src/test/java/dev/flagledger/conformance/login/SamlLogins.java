package dev.flagledger.conformance.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.conformance.login.Browser.Page;
import dev.flagledger.standalone.Api;
import dev.flagledger.standalone.TestServer;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Logins by SAML at a real Keycloak, which demands signed requests, and signs and encrypts what it says. */
abstract class SamlLogins {

    private static final TestServer SERVER = TestServer.shared();
    private static final String NAME = "keycloak-" + UUID.randomUUID();
    private static final String CONFIGURATION = "auth/saml/configuration/" + NAME + "/";
    private static final Pattern CERTIFICATE = Pattern.compile("X509Certificate>([^<]+)<");

    private static Keycloak keycloak;
    private static Api admin;
    private static String groups;
    private static String client;

    private final Browser browser = new Browser();

    @BeforeAll
    static void configure() {
        keycloak = Keycloak.running();
        admin = SERVER.api().newUser();
        var organisation =
                admin.post("organisations/", Map.of("name", "Acme")).ok().get("id");
        groups = "organisations/" + organisation + "/groups/";
        admin.post(
                        "auth/saml/configuration/",
                        Map.of(
                                "organisation",
                                organisation,
                                "name",
                                NAME,
                                "frontend_url",
                                "https://dashboard.acme.test",
                                "idp_metadata_xml",
                                keycloak.samlMetadata()))
                .ok();
        var certificate = CERTIFICATE.matcher(
                SERVER.api().get("auth/saml/" + NAME + "/metadata/").text());
        assertThat(certificate.find()).isTrue();
        client = keycloak.addClient(SamlClient.of(NAME, consumer(), certificate.group(1)));
    }

    @AfterEach
    void end() {
        browser.close();
    }

    @Test
    void aUserLogsInAndGetsTheSameAccountAgain() {
        var first = logIn(begun("kim"));
        var me = SERVER.api()
                .with("Authorization", "Token " + first.get("key").asString())
                .get("auth/users/me/")
                .ok();
        assertThat(me.get("email").asString()).isEqualTo("kim@acme.test");
        assertThat(me.get("first_name").asString()).isEqualTo("Kim");
        assertThat(me.get("last_name").asString()).isEqualTo("Ng");

        try (var other = new Browser()) {
            assertThat(logIn(other, other.logIn(begin(), "kim"))).isEqualTo(first);
        }
    }

    @Test
    void groupsFollowKeycloak() {
        int engineers = group("engineers");
        int support = group("support");

        logIn(begun("kim"));
        assertThat(members(engineers)).isEqualTo(1);
        assertThat(members(support)).isZero();

        move("kim", "DELETE", "engineers");
        move("kim", "PUT", "support");
        try (var other = new Browser()) {
            logIn(other, other.logIn(begin(), "kim"));
        }
        assertThat(members(engineers)).isZero();
        assertThat(members(support)).isEqualTo(1);
    }

    @Test
    void keycloakAcceptsOnlyRequestsThatAreSigned() {
        var signed = browser.open(begin()).location();
        var other = signed.toString().replaceFirst("Signature=[^&]{8}", "Signature=AAAAAAAA");

        assertThat(browser.open(signed).status()).isBetween(200, 302);
        assertThat(browser.open(URI.create(other)).status()).isEqualTo(400);
    }

    @Test
    void aResponseIsForTheBrowserThatBegan() {
        var page = begun("kim");

        try (var other = new Browser()) {
            assertThat(other.submit(page.action(), page.fields()).status()).isEqualTo(403);
        }
        logIn(page);
    }

    @Test
    void keycloakBeginsLoginsWhereThatIsAllowed() {
        var begin = URI.create(keycloak.issuer() + "/protocol/saml/clients/" + NAME);
        var refused = browser.logIn(begin, "eve");
        assertThat(browser.submit(refused.action(), refused.fields()).status()).isEqualTo(403);

        admin.patch(CONFIGURATION, Map.of("allow_idp_initiated", true)).ok();
        try (var other = new Browser()) {
            logIn(other, other.logIn(begin, "eve"));
        } finally {
            admin.patch(CONFIGURATION, Map.of("allow_idp_initiated", false)).ok();
        }
    }

    @Test
    void oneSignatureIsEnoughAndEncryptionIsOptional() {
        set("saml.encrypt", false);
        set("saml.assertion.signature", false);
        try {
            logIn(begun("kim"));
        } finally {
            set("saml.assertion.signature", true);
            set("saml.encrypt", true);
        }
    }

    /** Where the dashboard sends the browser. */
    private static URI begin() {
        var answer =
                SERVER.api().post("auth/saml/" + NAME + "/request/", Map.of()).ok();
        return URI.create(answer.get("headers").get("Location").asString());
    }

    private Page begun(String user) {
        return browser.logIn(begin(), user);
    }

    private JsonNode logIn(Page page) {
        return logIn(browser, page);
    }

    /** Brings Keycloak's answer to the server, and the code from there, as the dashboard does. */
    private static JsonNode logIn(Browser browser, Page page) {
        assertThat(page.action()).hasToString(consumer());
        var landed = browser.submit(page.action(), page.fields()).location();
        assertThat(landed.toString()).startsWith("https://dashboard.acme.test/saml?code=");
        var code = landed.getQuery().substring("code=".length());
        return SERVER.api()
                .post("auth/saml/login/", Map.of("access_token", code))
                .ok();
    }

    private static String consumer() {
        return SERVER.address()
                .resolve("/api/v1/auth/saml/" + NAME + "/response/")
                .toString();
    }

    private static int group(String name) {
        return admin.post(groups, Map.of("name", name, "external_id", name))
                .ok()
                .get("id")
                .asInt();
    }

    private static int members(int group) {
        return admin.get(groups + group + "/").ok().get("users").size();
    }

    private static void set(String attribute, boolean value) {
        var body = keycloak.administer("GET", "/clients/" + client, "");
        var changed = body.toString()
                .replaceFirst(
                        "\"" + Pattern.quote(attribute) + "\":\"\\w+\"", "\"" + attribute + "\":\"" + value + "\"");
        keycloak.administer("PUT", "/clients/" + client, changed);
    }

    private static void move(String user, String method, String group) {
        var id = keycloak.administer("GET", "/users?exact=true&username=" + user, "")
                .get(0)
                .get("id")
                .asString();
        var to = keycloak.administer("GET", "/groups?exact=true&search=" + group, "")
                .get(0)
                .get("id")
                .asString();
        keycloak.administer(method, "/users/" + id + "/groups/" + to, "{}");
    }
}
