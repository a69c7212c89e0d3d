package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins at an identity provider of an organisation. */
class OidcLoginIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final TestIssuer issuer = new TestIssuer();
    private final OidcVisitor visitor = new OidcVisitor(SERVER, issuer);
    private final String email = visitor.name() + "@example.test";
    private final Api admin = SERVER.api().newUser();
    private int organisation;
    private int id;

    @BeforeEach
    void configure() {
        organisation = made("organisations/", Map.of("name", "Acme"));
        id = newProvider();
        issuer.saying(claims -> claims.claim("email", email)
                .claim("email_verified", true)
                .claim("given_name", "Eve")
                .claim("groups", List.of("engineers")));
    }

    private int newProvider() {
        return visitor.configured(admin, organisation, Map.of("groups_claim", "groups"));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void somebodyNewBecomesAMember() {
        var first = visitor.logIn(code());
        assertThat(first.ok().get("is_new_user").asBoolean()).isTrue();
        assertThat(visitor.logIn(code()).json().get("is_new_user").asBoolean()).isFalse();
        assertThat(visitor.logIn(code()).json().get("key"))
                .isEqualTo(first.json().get("key"));

        var eve = visitor.user(first);
        assertThat(eve.get("auth/users/me/").ok().get("email").asString()).isEqualTo(email);
        var members = admin.get("organisations/" + organisation + "/users/").ok();
        assertThat(members.valueStream())
                .anyMatch(member -> member.get("email").asString().equals(email)
                        && member.get("role").asString().equals("USER"));
    }

    /** Otherwise a removal would last until the next login. */
    @Test
    void whoWasRemovedReturnsByAnInvite() {
        var login = visitor.logIn(code());
        int eve = Member.id(visitor.user(login));
        admin.post("organisations/" + organisation + "/remove-users/", List.of(Map.of("id", eve)))
                .ok();

        assertThat(visitor.logIn(code()).text()).contains("You are not a member of the organisation.");
        assertThat(admin.get("organisations/" + organisation + "/users/").text())
                .doesNotContain(email);

        admin.post("organisations/" + organisation + "/invites/", Map.of("email", email))
                .ok();
        visitor.logIn(code()).ok();
        assertThat(admin.get("organisations/" + organisation + "/users/").text())
                .contains(email);
        assertThat(admin.get("organisations/" + organisation + "/invites/")
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void anOrganisationThatRefusesItsProviderGetsNoMembersByIt() {
        var policy = "organisations/" + organisation + "/login-policy/";
        admin.put(policy, Map.of("methods", List.of("EMAIL"))).ok();

        assertThat(visitor.logIn(code()).status()).isEqualTo(401);
        assertThat(admin.get("organisations/" + organisation + "/users/").text())
                .doesNotContain(email);
    }

    @Test
    void groupsFollowTheProvider() {
        int engineers = group("engineers");
        int support = group("support");
        visitor.logIn(code()).ok();
        assertThat(members(engineers)).containsExactly(email);
        assertThat(members(support)).isEmpty();

        issuer.saying(claims -> claims.claim("email", email).claim("groups", List.of("support")));
        visitor.logIn(code()).ok();

        assertThat(members(engineers)).isEmpty();
        assertThat(members(support)).containsExactly(email);
    }

    @Test
    void aCodeIsGoodOnce() {
        var code = code();
        visitor.logIn(code).ok();

        var again = visitor.logIn(code);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.http().headers().firstValue("WWW-Authenticate")).hasValue("Cookie realm=\"api\"");
        assertThat(again.text()).contains("was used before");
    }

    @Test
    void anUnverifiedAddressTakesOverNoAccount() {
        issuer.saying(claims -> claims.claim("email", owner()).claim("email_verified", false));

        assertThat(visitor.logIn(code()).text()).contains("did not confirm");
    }

    /** Whoever administers an organisation can let its provider say anything. */
    @Test
    void aProviderTakesOverNoAccountAlsoWithAVerifiedAddress() {
        var victim = owner();
        issuer.saying(claims -> claims.claim("email", victim).claim("email_verified", true));

        var answer = visitor.logIn(code());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("Log in to it and link it");
    }

    @Test
    void anAccountIsLinkedByItsUserAndUnlinked() {
        var bo = KnownPerson.on(SERVER);
        link(bo);
        var key = bo.api()
                .get("auth/users/me/logins/")
                .ok()
                .get(0)
                .get("provider")
                .asString();
        assertThat(key).isEqualTo("oidc-" + id);
        assertThat(idOf(visitor.user(visitor.logIn(code())))).isEqualTo(bo.id());

        assertThat(bo.api().delete("auth/users/me/logins/" + key + "/").text())
                .as("with a stolen token")
                .isEqualTo("{\"current_password\":[\"This field is required.\"]}");
        assertThat(unlink(bo).status()).isEqualTo(204);
        assertThat(bo.api().get("auth/users/me/logins/").text()).isEqualTo("[]");
    }

    @Test
    void aStolenTokenIsNotEnoughToLinkAnAccount() {
        var bo = KnownPerson.on(SERVER);
        var code = code();

        assertThat(bo.api()
                        .post("auth/users/me/logins/", Map.of("access_token", code))
                        .text())
                .isEqualTo("{\"current_password\":[\"This field is required.\"]}");
        assertThat(bo.api()
                        .post("auth/users/me/logins/", Map.of("access_token", code, "current_password", "guess"))
                        .text())
                .isEqualTo("{\"current_password\":[\"Invalid password.\"]}");
        assertThat(bo.api().get("auth/users/me/logins/").text()).isEqualTo("[]");
    }

    /** Otherwise the administrator of one organisation could act as its members everywhere. */
    @Test
    void aLoginCountsInTheOrganisationOfTheProviderOnly() {
        var bo = KnownPerson.on(SERVER);
        bo.api().post("organisations/", Map.of("name", "Bo's own")).ok();
        link(bo);

        var session = visitor.user(visitor.logIn(code()));

        assertThat(session.get("organisations/").ok().get("results").valueStream())
                .extracting(known -> known.get("id").asInt())
                .containsExactly(organisation);
        assertThat(visitor.user(bo.logIn(KnownPerson.PASSWORD))
                        .get("organisations/")
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(2);
        var founding = session.post("organisations/", Map.of("name", "Another"));
        assertThat(founding.status()).isEqualTo(403);
        assertThat(founding.text())
                .isEqualTo("{\"detail\":\"Users with OIDC authentication cannot create organisations.\"}");
    }

    @Test
    void anAccountWhoseProviderIsRemovedIsOpenedByTheSameOrganisationOnly() {
        int eve = idOf(visitor.user(visitor.logIn(code())));
        assertThat(admin.delete("organisations/" + organisation + "/oidc-providers/" + id + "/")
                        .status())
                .isEqualTo(204);
        var own = organisation;

        organisation = made("organisations/", Map.of("name", "Mallory's"));
        id = newProvider();
        assertThat(visitor.logIn(code()).text()).contains("Log in to it and link it");
        admin.delete("organisations/" + organisation + "/oidc-providers/" + id + "/");

        organisation = own;
        id = newProvider();
        assertThat(idOf(visitor.user(visitor.logIn(code())))).isEqualTo(eve);
    }

    @Test
    void whatAProviderOpenedEndsWithIt() {
        var eve = visitor.user(visitor.logIn(code()));
        assertThat(eve.get("auth/users/me/").status()).isEqualTo(200);

        assertThat(admin.delete(provider()).status()).isEqualTo(204);

        assertThat(eve.get("auth/users/me/").status()).isEqualTo(401);
    }

    @Test
    void whatAProviderOpenedEndsWithItsIssuer() {
        var eve = visitor.user(visitor.logIn(code()));
        admin.patch(provider(), Map.of("name", visitor.name() + "-2")).ok();
        assertThat(eve.get("auth/users/me/").status()).isEqualTo(200);

        try (var successor = new TestIssuer()) {
            admin.patch(provider(), Map.of("issuer", successor.issuer(), "client_secret", TestIssuer.SECRET))
                    .ok();
        }

        assertThat(eve.get("auth/users/me/").status()).isEqualTo(401);
    }

    @Test
    void whatAProviderOpenedEndsWithTheLink() {
        var bo = KnownPerson.on(SERVER);
        link(bo);
        var linked = visitor.user(visitor.logIn(code()));

        unlink(bo);

        assertThat(linked.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(bo.api().get("auth/users/me/").status()).isEqualTo(200);
    }

    private Api.Answer unlink(KnownPerson person) {
        return person.api()
                .send(
                        "DELETE",
                        "auth/users/me/logins/oidc-" + id + "/",
                        "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}");
    }

    @Test
    void theOnlyWayToLogInIsNotEnded() {
        var eve = visitor.user(visitor.logIn(code()));
        var key = eve.get("auth/users/me/logins/").ok().get(0).get("provider").asString();

        assertThat(eve.delete("auth/users/me/logins/" + key + "/").status()).isEqualTo(400);
    }

    @Test
    void anAnswerForAnotherBrowserIsRefused() {
        var begun = send(visitor.begin(), null);
        var answer = send(issuer.visit(location(begun)), null);

        assertThat(location(answer)).hasToString(SERVER.address() + "/oidc?error=state");
    }

    /** Otherwise somebody could have another person's browser log in as themselves, or use a code that they have seen. */
    @Test
    void aCodeIsGoodInItsBrowserOnly() {
        var shown = code();
        assertThat(SERVER.api()
                        .post("auth/oidc/login/", Map.of("access_token", shown))
                        .status())
                .isEqualTo(401);
        assertThat(visitor.logIn(shown).status()).as("it has ended").isEqualTo(401);

        var code = code();
        var other = new Browser();
        other.visit(issuer.visit(other.visit(visitor.begin())));
        assertThat(other.in(SERVER.api())
                        .post("auth/oidc/login/", Map.of("access_token", code))
                        .status())
                .isEqualTo(401);
        assertThat(visitor.browser().cookies()).startsWith("login_code=").doesNotContain("oidc_login");
    }

    @Test
    void theCookieIsForThisServerOnly() {
        var cookie =
                send(visitor.begin(), null).headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/api/v1/auth/oidc/");
    }

    /** A code, which is good in the visitor's browser. */
    private String code() {
        var landed = visitor.landing();
        assertThat(landed.toString()).startsWith(SERVER.address() + "/oidc?code=");
        return landed.getQuery().substring("code=".length());
    }

    private String provider() {
        return "organisations/" + organisation + "/oidc-providers/" + id + "/";
    }

    private void link(KnownPerson person) {
        var code = code();
        var linked = visitor.browser()
                .in(person.api())
                .post("auth/users/me/logins/", Map.of("access_token", code, "current_password", KnownPerson.PASSWORD));
        assertThat(linked.status()).as(linked.text()).isEqualTo(204);
    }

    private static int idOf(Api user) {
        return user.get("auth/users/me/").ok().get("id").asInt();
    }

    private String owner() {
        return admin.get("auth/users/me/").ok().get("email").asString();
    }

    private int group(String external) {
        return made("organisations/" + organisation + "/groups/", Map.of("name", external, "external_id", external));
    }

    private List<String> members(int group) {
        return admin.get("organisations/" + organisation + "/groups/" + group + "/")
                .ok()
                .get("users")
                .valueStream()
                .map(user -> user.get("email").asString())
                .toList();
    }

    private int made(String path, Map<String, ?> body) {
        return admin.post(path, body).ok().get("id").asInt();
    }

    private static URI location(HttpResponse<Void> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<Void> send(URI uri, @Nullable String cookie) {
        var request = HttpRequest.newBuilder(uri);
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        try {
            return BROWSER.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
