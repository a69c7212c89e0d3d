package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 1.10 of the admin contract: an organisation names the ways in which its members log in. */
class LoginPolicyIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Map<String, ?> SAML_ONLY = Map.of("methods", List.of("SAML"));

    private final String domain = UUID.randomUUID() + ".example";
    private final Person ana = Person.in(SERVER, domain);
    private final int anasId = Member.id(ana.api());
    private final Shop shop = Shop.by(ana.api());
    private final String policy = "organisations/" + shop.organisation() + "/login-policy/";

    @Test
    void everyWayIsAllowedAtFirst() {
        assertThat(ana.api().get(policy).text()).isEqualTo("{\"methods\":[],\"domains\":[],\"without_code\":[]}");
    }

    @Test
    void aChangeThatWouldLockItsAuthorOutIsRefused() {
        assertThat(ana.api().put(policy, SAML_ONLY).text())
                .isEqualTo("{\"non_field_errors\":[\"You would be locked out: log in by a method that remains allowed"
                        + " for you, and change this then.\"]}");
        MailDomain.proven(ana.api(), shop.organisation(), domain);
        var upper = domain.toUpperCase(Locale.ROOT);
        assertThat(ana.api()
                        .put(policy, Map.of("domains", List.of(Map.of("name", upper, "methods", List.of("SAML")))))
                        .text())
                .contains("You would be locked out");
        assertThat(bySaml(shop.organisation() + 1).put(policy, SAML_ONLY).status())
                .as("another organisation's provider")
                .isEqualTo(401);
        assertThat(bySaml(shop.organisation()).put(policy, SAML_ONLY).text())
                .isEqualTo("{\"methods\":[\"SAML\"],\"domains\":[],\"without_code\":[]}");
    }

    @Test
    void aPolicyHoldsForLoginsAndForExistingTokens() {
        ana.api().get("organisations/").ok();
        bySaml(shop.organisation()).put(policy, SAML_ONLY).ok();

        var refusal = "Your organisation demands another way to log in: SAML.";
        assertThat(ana.logIn().text()).isEqualTo("{\"non_field_errors\":[\"" + refusal + "\"]}");
        assertThat(ana.api().get("auth/users/me/").text()).isEqualTo("{\"detail\":\"" + refusal + "\"}");
        assertThat(ana.api().get("auth/users/me/").status()).isEqualTo(401);
        assertThat(SERVER.api()
                        .post("auth/login/", Map.of("email", ana.email(), "password", "wrong"))
                        .text())
                .as("told after the right password only")
                .contains("Unable to log in");
        bySaml(shop.organisation())
                .get("organisations/" + shop.organisation() + "/")
                .ok();
    }

    @Test
    void aPolicyHoldsForTheSecondStepOfALogin() {
        var bo = Person.in(SERVER);
        Member.join(SERVER, shop.organisation(), Member.id(bo.api()), Role.USER);
        var secret = bo.activateFactor();
        var waiting = bo.logIn().ok().get("ephemeral_token").asString();
        bySaml(shop.organisation()).put(policy, SAML_ONLY).ok();

        var answer = SERVER.api()
                .post("auth/login/code/", Map.of("ephemeral_token", waiting, "code", Person.code(secret, 1)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Your organisation demands another way to log in: SAML.");
    }

    /** One organisation does not decide that another one's demand is met. */
    @Test
    void anOrganisationThatForcesASecondFactorIsHiddenFromASessionWithoutACode() {
        var bo = Person.in(SERVER);
        Member.join(SERVER, shop.organisation(), Member.id(bo.api()), Role.ADMIN);
        var secret = bo.activateFactor();
        ana.api().put(policy, Map.of("without_code", List.of("EMAIL"))).ok();
        var key = bo.logIn().ok().get("key").asString();
        var withoutCode = SERVER.api().with("Authorization", "Token " + key);
        var strict = Shop.in(SERVER);
        var path = "organisations/" + strict.organisation() + "/";
        strict.ana().patch(path, Map.of("force_2fa", true)).ok();
        Member.join(SERVER, strict.organisation(), Member.id(bo.api()), Role.ADMIN);

        assertThat(withoutCode.get("organisations/" + shop.organisation() + "/").status())
                .isEqualTo(200);
        assertThat(withoutCode.get(path).status()).isEqualTo(403);
        var withCode = bo.logIn(Person.code(secret, 1)).ok().get("key").asString();
        assertThat(SERVER.api()
                        .with("Authorization", "Token " + withCode)
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherOrganisationStaysOpenButIsNoWayAround() {
        ana.api().post("organisations/", Map.of("name", "Another")).ok();
        bySaml(shop.organisation()).put(policy, SAML_ONLY).ok();

        ana.logIn().ok();
        var listed = ana.api().get("organisations/").ok().get("results");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("name").asString()).isEqualTo("Another");
        assertThat(ana.api().get("organisations/" + shop.organisation() + "/").status())
                .isEqualTo(403);
        assertThat(ana.api().get("projects/" + shop.project() + "/").status()).isEqualTo(404);
        assertThat(ana.api().get("environments/" + shop.key() + "/").status()).isEqualTo(403);
        assertThat(ana.api().post(shop.features(), Map.of("name", "f")).status())
                .isGreaterThanOrEqualTo(403);
        assertThat(ana.api().put(policy, Map.of("methods", List.of())).status()).isEqualTo(403);
    }

    @Test
    void membersOfOtherDomainsAreNotBound() {
        var bo = Person.in(SERVER);
        Member.join(SERVER, shop.organisation(), Member.id(bo.api()), Role.USER);
        var other = UUID.randomUUID() + ".example";
        MailDomain.proven(ana.api(), shop.organisation(), other);
        var corp = Map.of("name", other, "methods", List.of("SAML"));
        ana.api().put(policy, Map.of("domains", List.of(corp))).ok();

        bo.logIn().ok();
    }

    /** A new address is not confirmed, so it would be a way around the rules of the old one. */
    @Test
    void nobodyLeavesAListedDomainByAnotherAddress() {
        MailDomain.proven(ana.api(), shop.organisation(), domain);
        var listed = Map.of("name", domain, "methods", List.of("EMAIL", "SAML"));
        ana.api().put(policy, Map.of("domains", List.of(listed))).ok();

        assertThat(moved(ana.api(), "a" + ana.email().replace(domain, "other.test"))
                        .text())
                .isEqualTo(
                        "{\"new_email\":[\"Your organisation decides how people with an address of this domain log in."
                                + " You cannot change to one of another domain.\"]}");
        assertThat(moved(ana.api(), "a" + ana.email()).status()).isEqualTo(204);
        var login = Map.of("email", "a" + ana.email(), "password", Person.PASSWORD);
        var key = SERVER.api().post("auth/login/", login).ok().get("key").asString();
        var again = SERVER.api().with("Authorization", "Token " + key);
        again.put(policy, Map.of("domains", List.of())).ok();
        assertThat(moved(again, "a" + ana.email().replace(domain, "other.test")).status())
                .isEqualTo(204);
    }

    private static Api.Answer moved(Api user, String email) {
        return user.post("auth/users/set_email/", Map.of("new_email", email, "current_password", Person.PASSWORD));
    }

    @Test
    void onlyAdminsWhoAreUsersDecide() {
        var bo = Person.in(SERVER);
        Member.join(SERVER, shop.organisation(), Member.id(bo.api()), Role.USER);
        var made = ana.api().post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "ci"));
        var key = SERVER.api()
                .with("Authorization", "Api-Key " + made.ok().get("key").asString());

        assertThat(bo.api().get(policy).status()).isEqualTo(403);
        assertThat(bo.api().put(policy, Map.of("methods", List.of())).status()).isEqualTo(403);
        assertThat(key.put(policy, Map.of("methods", List.of())).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"methods":["PIGEON"]}                          | {"methods":["\\"PIGEON\\" is not a valid choice."]}
        {"methods":"EMAIL"}                             | {"methods":["Expected a list of items but got type \\"str\\"."]}
        {"domains":[{"methods":[]}]}                    | {"domains":[{"name":["This field is required."]}]}
        {"domains":[{"name":"no domain"}]}              | {"domains":[{"name":["Enter a valid domain."]}]}
        {"domains":[{"name":"a.test"},{"name":"A.test"}]} | {"domains":[{"name":["Prove that your organisation owns this domain before."]},{"name":["This domain is listed already."]}]}
        """)
    void wrongPoliciesAreRefused(String body, String refusal) {
        var answer = ana.api().send("PUT", policy, body);

        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(answer.status()).isEqualTo(400);
    }

    /** Ana, as if vouched for by the identity provider of an organisation. */
    private Api bySaml(int organisation) {
        var way = LoginWay.by(LoginMethod.SAML, organisation, 1);
        var token = SERVER.part(Sessions.class).token(anasId, way, LoginCode.NONE, new SessionClient(null, null));
        return SERVER.api().with("Authorization", "Token " + token);
    }
}
