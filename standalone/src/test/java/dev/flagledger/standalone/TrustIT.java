package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.WorkloadIssuer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Workloads that an organisation trusts. */
class TrustIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String UNNAMED = "{\"detail\":\"Authentication credentials were not provided.\"}";

    private static WorkloadIssuer issuer;
    private static Shop shop;

    @BeforeAll
    static void start() {
        issuer = WorkloadIssuer.start();
        shop = Shop.in(SERVER);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void aWorkloadActsAsTheKeyOfItsRelationship() {
        var trust = trust("admins", true);
        var answer = exchange(issuer.sign(issuer.claims("admins").build()));

        assertThat(answer.ok().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.ok().get("expires_in").asInt()).isEqualTo(3600);
        var workload = bearer(answer.ok());
        assertThat(workload.get("projects/" + shop.project() + "/").status()).isEqualTo(200);
        assertThat(workload.get(trusts()).text()).isEqualTo(UNNAMED);
        assertThat(workload.get(trusts()).status()).isEqualTo(401);
        var events = shop.ana()
                .get("organisations/" + shop.organisation() + "/events/?type=trust.token-issued")
                .ok();
        assertThat(events.get("results").get(0).get("summary").asString()).isEqualTo("Workload logged in by: admins");

        shop.ana().delete(trusts() + trust.get("id").asInt() + "/");
        var refused = workload.get("projects/" + shop.project() + "/");
        assertThat(refused.text()).isEqualTo("{\"detail\":\"Trust relationship no longer exists.\"}");
        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void aWorkloadThatIsNoAdminHasWhatTheRolesOfItsKeyGive() {
        var trust = trust("readers", false);
        var workload =
                bearer(exchange(issuer.sign(issuer.claims("readers").build())).ok());
        var project = "projects/" + shop.project() + "/";
        assertThat(workload.get(project).status()).isEqualTo(404);

        var roles = "organisations/" + shop.organisation() + "/roles/";
        int role =
                shop.ana().post(roles, Map.of("name", "Readers")).ok().get("id").asInt();
        shop.ana()
                .post(
                        roles + role + "/projects-permissions/",
                        Map.of("project", shop.project(), "permissions", List.of("VIEW_PROJECT")));
        shop.ana()
                .post(
                        roles + role + "/master-api-keys/",
                        Map.of("master_api_key", trust.get("master_api_key_id").asString()))
                .ok();
        assertThat(workload.get(project).status()).isEqualTo(200);
        assertThat(workload.delete(project).status()).isEqualTo(403);
    }

    @Test
    void tokensThatAreNotTrustedAreRefused() {
        assertThat(exchange("junk").text()).isEqualTo("{\"detail\":\"Token is not a valid JWT.\"}");
        assertThat(exchange("junk").status()).isEqualTo(401);
        assertThat(exchange(issuer.sign(issuer.claims("nobody").build())).text())
                .isEqualTo("{\"detail\":\"No trust relationship matches this token.\"}");
        assertThat(SERVER.api().post("auth/oidc/token/", Map.of()).text())
                .isEqualTo("{\"token\":[\"This field is required.\"]}");
        assertThat(SERVER.api()
                        .with("Authorization", "Bearer junk")
                        .get("projects/")
                        .text())
                .isEqualTo(UNNAMED);
    }

    @Test
    void theKeyOfARelationshipIsNotListed() {
        var trust = trust("hidden", true);
        var keys = "organisations/" + shop.organisation() + "/master-api-keys/";
        var prefix = trust.get("master_api_key_prefix").asString();

        assertThat(shop.ana().get(keys).text()).doesNotContain(prefix);
        assertThat(shop.ana().delete(keys + prefix + "/").status()).isEqualTo(404);
        assertThat(shop.ana().get(keys + prefix + "/roles/").status()).isEqualTo(200);
    }

    @Test
    void anOrganisationTrustsAnIssuerAndAnAudienceOnce() {
        trust("once", true);
        var again = Map.of("name", "b", "issuer", issuer.address(), "audience", "once", "is_admin", true);

        assertThat(shop.ana().post(trusts(), again).text())
                .isEqualTo("{\"non_field_errors\":[\"The fields issuer, audience must make a unique set.\"]}");
        shop.ana().delete(trusts() + idOf("once") + "/");
        assertThat(shop.ana().post(trusts(), again).status()).isEqualTo(201);
    }

    /** Nobody learns what others trust, or keeps them from it. */
    @Test
    void organisationsTrustTheSameIssuerAndAudience() {
        trust("shared", true);
        var other = Shop.in(SERVER);
        var theirs = Map.of(
                "name",
                "b",
                "issuer",
                issuer.address(),
                "audience",
                "shared",
                "claim_rules",
                List.of(Map.of("claim", "repository", "values", List.of("other/*"))),
                "is_admin",
                true);
        other.ana()
                .post("organisations/" + other.organisation() + "/trust-relationships/", theirs)
                .ok();

        var workload =
                bearer(exchange(issuer.sign(issuer.claims("shared").build())).ok());
        assertThat(workload.get("projects/" + shop.project() + "/").status()).isEqualTo(200);
        assertThat(workload.get("projects/" + other.project() + "/").status()).isEqualTo(404);
    }

    private static int idOf(String name) {
        return shop.ana()
                .get(trusts())
                .ok()
                .get("results")
                .valueStream()
                .filter(trust -> trust.get("name").asString().equals(name))
                .findAny()
                .orElseThrow()
                .get("id")
                .asInt();
    }

    private static JsonNode trust(String audience, boolean admin) {
        return shop.ana()
                .post(
                        trusts(),
                        Map.of(
                                "name", audience,
                                "issuer", issuer.address(),
                                "audience", audience,
                                "claim_rules", List.of(Map.of("claim", "repository", "values", List.of("acme/*"))),
                                "is_admin", admin))
                .ok();
    }

    private static Api.Answer exchange(String token) {
        return SERVER.api().post("auth/oidc/token/", Map.of("token", token));
    }

    private static Api bearer(JsonNode issued) {
        return SERVER.api()
                .with("Authorization", "Bearer " + issued.get("access_token").asString());
    }

    private static String trusts() {
        return "organisations/" + shop.organisation() + "/trust-relationships/";
    }
}
