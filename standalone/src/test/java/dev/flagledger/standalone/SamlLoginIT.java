package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.SamlAnswer;
import dev.flagledger.testing.TestIdentityProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Section 1.11 of the admin contract: logins by SAML. */
class SamlLoginIT extends SamlConfigured {

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
        shop.ana()
                .patch("auth/saml/configuration/" + name + "/", Map.of("allow_idp_initiated", false))
                .ok();
        var cookie = anonymous
                .get("auth/saml/" + name + "/request/")
                .http()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        var response = answering(cookie.substring("saml_login=".length()), "jane");

        assertThat(respond(response).text()).contains("this browser did not begin the login");
        assertThat(respond(anonymous.with("Cookie", "saml_login=_0"), response).status())
                .isEqualTo(403);
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

    /** Requests of a dashboard of another origin bring no cookies. */
    @Test
    void aCodeIsGoodInItsBrowserOnlyIfTheDashboardIsOfThisOrigin() {
        assertThat(cookies(respond(response("jane")))).noneMatch(cookie -> cookie.startsWith("login_code"));
        shop.ana()
                .patch("auth/saml/configuration/" + name + "/", Map.of("frontend_url", SERVER.address() + "/ui"))
                .ok();

        var answer = respond(response("jane"));
        var cookie = cookies(answer).stream()
                .filter(set -> set.startsWith("login_code"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/api/v1/auth/", "Max-Age=120");
        assertThat(logIn(anonymous, code(response("jane"))).status()).isEqualTo(401);
        var code = answer.http().headers().firstValue("Location").orElseThrow().replaceFirst(".*code=", "");
        assertThat(logIn(anonymous.with("Cookie", cookie.replaceFirst(";.*", "")), code)
                        .status())
                .isEqualTo(200);
    }

    private static List<String> cookies(Api.Answer answer) {
        return answer.http().headers().allValues("Set-Cookie");
    }

    private static Api.Answer logIn(Api caller, String code) {
        return caller.post("auth/saml/login/", Map.of("access_token", code));
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

    /** As many as of wrong passwords. */
    @Test
    void refusedLoginsToAKnownAccountAreEventsOfIt() {
        var me = shop.ana().get("auth/users/me/").ok();
        for (int attempt = 0; attempt < 12; attempt++) {
            var answer = SamlAnswer.to(consumer(), name, null, Instant.now())
                    .name("mallory")
                    .attribute("mail", me.get("email").asString());
            var code = code(TestIdentityProvider.encode(PROVIDER.signingAssertion(answer.document())));
            assertThat(anonymous
                            .post("auth/saml/login/", Map.of("access_token", code))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(JdbcClient.create(SERVER.part(DataSource.class))
                        .sql("""
                            select count(*) from ledger.event
                            where object = :object and payload_type = 'user.login-failed'
                            """)
                        .param("object", "user:" + me.get("id").asInt())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void aUserBelongsToTheOrganisationOnly() {
        var login = anonymous
                .post("auth/saml/login/", Map.of("access_token", code(response("kim"))))
                .ok();
        var kim = anonymous.with("Authorization", "Token " + login.get("key").asString());

        var founded = kim.post("organisations/", Map.of("name", "Own"));
        assertThat(founded.status()).isEqualTo(403);
        assertThat(founded.text())
                .isEqualTo("{\"detail\":\"Users with SAML authentication cannot create organisations.\"}");
        assertThat(join(kim, Shop.in(SERVER)).text())
                .isEqualTo("{\"detail\":\"Users with SAML authentication belong to one organisation only.\"}");
        assertThat(join(kim, shop).status()).isEqualTo(200);
        assertThat(kim.get("organisations/").ok().get("count").asInt()).isEqualTo(1);
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

    private static Api.Answer join(Api user, Shop shop) {
        var links = "organisations/" + shop.organisation() + "/invite-links/";
        var hash =
                shop.ana().post(links, Map.of("role", "USER")).ok().get("hash").asString();
        return user.post("users/join/link/" + hash + "/", Map.of());
    }

    private int members(int group) {
        return shop.ana()
                .get("organisations/" + shop.organisation() + "/groups/" + group + "/")
                .ok()
                .get("users")
                .size();
    }
}
