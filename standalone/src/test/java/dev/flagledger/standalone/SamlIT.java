package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.SamlAnswer;
import dev.flagledger.testing.TestIdentityProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 1.11 of the admin contract: SAML. */
class SamlIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final TestIdentityProvider PROVIDER = TestIdentityProvider.make();

    private final Shop shop = Shop.in(SERVER);
    private final Api anonymous = Api.of(SERVER.address());
    private final String name = "acme-" + UUID.randomUUID();

    @BeforeEach
    void configure() {
        assertThat(shop.ana()
                        .post(
                                "auth/saml/configuration/",
                                Map.of(
                                        "organisation",
                                        shop.organisation(),
                                        "name",
                                        name,
                                        "frontend_url",
                                        "https://flags.example.test/",
                                        "idp_metadata_xml",
                                        PROVIDER.metadata(),
                                        "allow_idp_initiated",
                                        true))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void configurationsAreReadByAdminsOnly() {
        var one = shop.ana().get("auth/saml/configuration/" + name + "/").ok();
        assertThat(one.get("organisation").asInt()).isEqualTo(shop.organisation());
        assertThat(one.get("idp_metadata_xml").asString()).contains(TestIdentityProvider.ENTITY_ID);
        assertThat(shop.ana()
                        .get("auth/saml/configuration/?organisation=" + shop.organisation())
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(1);

        var stranger = anonymous.newUser();
        assertThat(stranger.get("auth/saml/configuration/" + name + "/").text())
                .isEqualTo("{\"detail\":\"No SamlConfiguration matches the given query.\"}");
        assertThat(stranger.get("auth/saml/configuration/?organisation=" + shop.organisation())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aConfigurationIsChangedAndDeleted() {
        var path = "auth/saml/configuration/" + name + "/";
        var changed =
                shop.ana().patch(path, Map.of("allow_idp_initiated", false)).ok();
        assertThat(changed.get("allow_idp_initiated").asBoolean()).isFalse();
        assertThat(changed.get("name").asString()).isEqualTo(name);

        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).status()).isEqualTo(404);
        assertThat(anonymous.get("auth/saml/" + name + "/metadata/").status()).isEqualTo(404);
    }

    @Test
    void aNameIsUniqueInTheInstallation() {
        var again = Shop.in(SERVER);
        var taken = again.ana()
                .post(
                        "auth/saml/configuration/",
                        Map.of("organisation", again.organisation(), "name", name, "frontend_url", "https://a.test"));

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.json().has("name")).isTrue();
    }

    @Test
    void attributesAreMapped() {
        int id = shop.ana()
                .get("auth/saml/configuration/" + name + "/")
                .ok()
                .get("id")
                .asInt();
        var mapping =
                Map.of("saml_configuration", id, "django_attribute_name", "email", "idp_attribute_name", "urn:mail");
        var made = shop.ana().post("auth/saml/attribute-mapping/", mapping).ok();
        var path = "auth/saml/attribute-mapping/" + made.get("id").asInt() + "/";

        assertThat(shop.ana()
                        .get("auth/saml/attribute-mapping/?saml_configuration=" + id)
                        .ok()
                        .get("results")
                        .get(0))
                .isEqualTo(made);
        assertThat(shop.ana()
                        .patch(path, Map.of("idp_attribute_name", "mail2"))
                        .ok()
                        .get("idp_attribute_name")
                        .asString())
                .isEqualTo("mail2");
        assertThat(anonymous
                        .newUser()
                        .post("auth/saml/attribute-mapping/", mapping)
                        .text())
                .contains("Invalid pk");
        assertThat(anonymous.newUser().delete(path).status()).isEqualTo(404);
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana()
                        .get("auth/saml/attribute-mapping/?saml_configuration=0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void thisServerDescribesItselfAsXml() {
        var answer = anonymous.with("Accept", "application/xml").get("auth/saml/" + name + "/metadata/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(answer.text()).contains("entityID=\"" + name + "\"").contains("Location=\"" + consumer() + "\"");
    }

    @Test
    void aLoginStartsWithARedirectInABody() {
        var answer = anonymous.post("auth/saml/" + name + "/request/", Map.of()).ok();

        assertThat(answer.get("status").asInt()).isEqualTo(302);
        var begin = answer.get("headers").get("Location").asString();
        assertThat(begin).isEqualTo(consumer().replace("response", "request"));
        var sent = anonymous.get("auth/saml/" + name + "/request/");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.http().headers().firstValue("Location").orElseThrow())
                .startsWith(TestIdentityProvider.SIGN_ON + "?SAMLRequest=")
                .contains("&SigAlg=")
                .contains("&Signature=");
        assertThat(anonymous.post("auth/saml/nowhere/request/", Map.of()).status())
                .isEqualTo(404);
        assertThat(sent.http().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "Path=/api/v1/auth/saml/" + name + "/response/");
        assertThat(anonymous.post("auth/saml/nowhere/request/", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void withoutMetadataNoLoginStarts() {
        shop.ana()
                .patch("auth/saml/configuration/" + name + "/", Map.of("idp_metadata_xml", ""))
                .ok();

        assertThat(anonymous.post("auth/saml/" + name + "/request/", Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void anAcceptedResponseLeadsToTheDashboard() {
        var answer = respond(response("jane"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.http().headers().firstValue("Location"))
                .hasValueSatisfying(
                        url -> assertThat(url).matches("https://flags\\.example\\.test/saml\\?code=[\\w-]{43}"));
    }

    /** The id of the request is in the address that the browser is sent to, which an attacker can read of their own login only. */
    @Test
    void aResponseToARequestIsAcceptedOnlyFromTheBrowserThatBegan() {
        shop.ana().patch("auth/saml/configuration/" + name + "/", Map.of("allow_idp_initiated", false)).ok();
        var cookie = anonymous.get("auth/saml/" + name + "/request/")
                .http()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        var response = answering(cookie.substring("saml_login=".length()), "jane");

        assertThat(respond(response).text()).contains("this browser did not begin the login");
        assertThat(respond(anonymous.with("Cookie", "saml_login=_0"), response).status()).isEqualTo(403);
        assertThat(respond(anonymous.with("Cookie", cookie), response).status()).isEqualTo(302);
    }

    @Test
    void aResponseThatIsNotAcceptedSaysWhy() {
        var response = response("jane");
        assertThat(respond(response).status()).isEqualTo(302);

        assertThat(respond(response).text()).contains("it was used already");
        assertThat(respond("").status()).isEqualTo(403);
        assertThat(respond("%00").text()).contains("it is not a SAML response");
    }

    @Test
    void aCodeLogsInOnce() {
        var code = code(response("jane"));
        var login =
                anonymous.post("auth/saml/login/", Map.of("access_token", code)).ok();
        var jane = anonymous.with("Authorization", "Token " + login.get("key").asString());
        assertThat(jane.get("auth/users/me/").ok().get("email").asString()).startsWith("jane-");
        assertThat(jane.get("organisations/")
                        .ok()
                        .get("results")
                        .get(0)
                        .get("id")
                        .asInt())
                .isEqualTo(shop.organisation());

        var again = anonymous.post("auth/saml/login/", Map.of("access_token", code));
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.text()).isEqualTo("{\"message\":\"The code is wrong, was used before, or has expired.\"}");
    }

    @Test
    void theSameUserComesBackToTheSameAccount() {
        int first = userOf(code(response("kim")));

        assertThat(userOf(code(response("kim")))).isEqualTo(first);
        assertThat(userOf(code(response("lee")))).isNotEqualTo(first);
    }

    /** Whoever administers an organisation could say that any address is their user's. */
    @Test
    void anAccountWithTheAddressIsNotTakenOver() {
        var email = shop.ana().get("auth/users/me/").ok().get("email").asString();
        var answer = SamlAnswer.to(consumer(), name, null, Instant.now())
                .name("mallory")
                .attribute("mail", email);
        var code = code(TestIdentityProvider.encode(PROVIDER.signingAssertion(answer.document())));

        assertThat(anonymous
                        .post("auth/saml/login/", Map.of("access_token", code))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void groupsFollowTheIdentityProvider() {
        var groups = "organisations/" + shop.organisation() + "/groups/";
        int ops = shop.ana()
                .post(groups, Map.of("name", "Ops", "external_id", "ext-ops"))
                .ok()
                .get("id")
                .asInt();
        int dev = shop.ana()
                .post(groups, Map.of("name", "Dev", "external_id", "ext-dev"))
                .ok()
                .get("id")
                .asInt();

        userOf(code(response("kim", "ext-ops", "unknown")));
        assertThat(members(ops)).isEqualTo(1);
        assertThat(members(dev)).isZero();

        userOf(code(response("kim", "ext-dev")));
        assertThat(members(ops)).isZero();
        assertThat(members(dev)).isEqualTo(1);
    }

    private int members(int group) {
        return shop.ana()
                .get("organisations/" + shop.organisation() + "/groups/" + group + "/")
                .ok()
                .get("users")
                .size();
    }

    private int userOf(String code) {
        var login =
                anonymous.post("auth/saml/login/", Map.of("access_token", code)).ok();
        return anonymous
                .with("Authorization", "Token " + login.get("key").asString())
                .get("auth/users/me/")
                .ok()
                .get("id")
                .asInt();
    }

    private String code(String response) {
        return respond(response)
                .http()
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*code=", "");
    }

    private String response(String user, String... groups) {
        return answering(null, user, groups);
    }

    private String answering(@Nullable String request, String user, String... groups) {
        var answer = SamlAnswer.to(consumer(), name, request, Instant.now())
                .name(user)
                .attribute("mail", user + "-" + UUID.randomUUID() + "@example.test")
                .attribute("groups", groups);
        return TestIdentityProvider.encode(PROVIDER.signingAssertion(answer.document()));
    }

    private Api.Answer respond(String response) {
        return respond(anonymous, response);
    }

    private Api.Answer respond(Api browser, String response) {
        return browser
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "auth/saml/" + name + "/response/",
                        "SAMLResponse=" + URLEncoder.encode(response, StandardCharsets.UTF_8));
    }

    private String consumer() {
        return SERVER.address()
                .resolve("/api/v1/auth/saml/" + name + "/response/")
                .toString();
    }
}
