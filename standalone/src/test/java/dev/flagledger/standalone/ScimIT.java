package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a directory is connected, and what it must not do. */
class ScimIT extends DirectoryConnected {

    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    @Test
    void theConnectionIsSetUpAndEnded() {
        var known = ana.get(path + "scim/").ok();
        assertThat(known.propertyNames()).containsExactly("created_at", "token_rotated_at", "base_url");
        assertThat(known.get("base_url").asString()).endsWith("/api/v1/scim/v2/");
        assertThat(known.get("token_rotated_at").isNull()).isTrue();
        assertThat(ana.post(path + "scim/", Map.of()).status()).isEqualTo(400);

        var other = ana.post(path + "scim/regenerate-token/", Map.of());
        assertThat(other.status()).isEqualTo(201);
        assertThat(directory.get("scim/v2/Users").status()).isEqualTo(401);
        var renewed = SERVER.api()
                .with("Authorization", "Bearer " + other.ok().get("token").asString());
        assertThat(renewed.get("scim/v2/Users").status()).isEqualTo(200);

        assertThat(ana.delete(path + "scim/").status()).isEqualTo(204);
        assertThat(ana.get(path + "scim/").status()).isEqualTo(404);
        assertThat(renewed.get("scim/v2/Users").status()).isEqualTo(401);
    }

    @Test
    void theLastAdminStays() {
        var founder = directory
                .get("scim/v2/Users?count=1")
                .ok()
                .get("Resources")
                .get(0)
                .get("id")
                .asString();

        var refused = directory.delete("scim/v2/Users/" + founder);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("schemas").get(0).asString()).isEqualTo(ERROR);
        assertThat(refused.json().get("status").asString()).isEqualTo("400");
        assertThat(refused.json().get("scimType").asString()).isEqualTo("mutability");
        assertThat(ana.get(path).status()).isEqualTo(200);
    }

    @Test
    void aTokenIsForItsOrganisationAndForScimOnly() {
        var id = directory
                .post("scim/v2/Users", Directory.oktaUser(email))
                .ok()
                .get("id")
                .asString();
        var otherShop = Shop.in(SERVER);
        var other = Directory.connected(SERVER, otherShop.ana(), "organisations/" + otherShop.organisation() + "/");

        assertThat(other.get("scim/v2/Users/" + id).status()).isEqualTo(404);
        assertThat(other.delete("scim/v2/Users/" + id).status()).isEqualTo(404);
        assertThat(other.post("scim/v2/Groups", Map.of("displayName", "Spies", "members", List.of(Map.of("value", id))))
                        .json()
                        .get("scimType")
                        .asString())
                .isEqualTo("invalidValue");
        assertThat(directory.get(path).status()).isEqualTo(401);
        assertThat(ana.get("scim/v2/Users").status()).isEqualTo(401);
        assertThat(SERVER.api().get("scim/v2/Users").http().headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"scim\"");
        assertThat(emails()).contains(email);
    }

    @Test
    void malformedRequestsAreErrorsOfScim() {
        for (var filter : List.of("userName%20eq", "((((", "userName%20xx%20%22a%22", "%22%20or%201%3D1--")) {
            assertThat(directory
                            .get("scim/v2/Users?filter=" + filter)
                            .json()
                            .get("scimType")
                            .asString())
                    .as(filter)
                    .isEqualTo("invalidFilter");
        }
        var injected = "userName%20eq%20%22x%5C%22%20or%20userName%20pr%20or%20userName%20eq%20%5C%22%22";
        assertThat(directory
                        .get("scim/v2/Users?filter=" + injected)
                        .ok()
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(directory.post("scim/v2/Users", Map.of("userName", "bo")).status())
                .isEqualTo(400);
        assertThat(directory
                        .send("POST", "scim/v2/Users", "{")
                        .json()
                        .get("scimType")
                        .asString())
                .isEqualTo("invalidSyntax");
        assertThat(directory.send("PATCH", "scim/v2/Users/x", "{}").status()).isEqualTo(404);
    }

    @Test
    void hugeRequestsAreRefused() {
        var group = directory
                .post("scim/v2/Groups", Map.of("displayName", "Ops"))
                .ok()
                .get("id")
                .asString();
        var operation = Map.of("op", "remove", "path", "members");
        var patch = Map.of(
                "schemas", List.of(PATCH),
                "Operations", Collections.nCopies(1_001, operation));
        var many = Collections.nCopies(40_000, Map.of("value", UUID.randomUUID().toString()));

        assertThat(directory
                        .patch("scim/v2/Groups/" + group, patch)
                        .json()
                        .get("scimType")
                        .asString())
                .isEqualTo("tooMany");
        var tooLarge = directory.put("scim/v2/Groups/" + group, Map.of("displayName", "Ops", "members", many));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.json().get("schemas").get(0).asString()).isEqualTo(ERROR);
        assertThat(directory
                        .get("scim/v2/Users?filter=" + "(".repeat(2_000))
                        .json()
                        .get("scimType")
                        .asString())
                .isEqualTo("invalidFilter");
    }

    @Test
    void theSupportedSchemasAreListed() {
        var configuration = directory.get("scim/v2/ServiceProviderConfig").ok();
        assertThat(configuration.get("patch").get("supported").asBoolean()).isTrue();
        assertThat(configuration.get("bulk").get("supported").asBoolean()).isFalse();
        assertThat(directory
                        .get("scim/v2/ResourceTypes")
                        .ok()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(2);
        assertThat(directory
                        .get("scim/v2/ResourceTypes/User")
                        .ok()
                        .get("endpoint")
                        .asString())
                .isEqualTo("/Users");
        assertThat(directory.get("scim/v2/Schemas/" + USER).ok().get("id").asString())
                .isEqualTo(USER);
        assertThat(directory.get("scim/v2/Schemas/none").status()).isEqualTo(404);
    }

    @Test
    void eventsNameTheDirectory() {
        directory.post("scim/v2/Users", Directory.oktaUser(email)).ok();

        var events = ana.get(path + "events/").ok().get("results");

        assertThat(events.valueStream()
                        .filter(event ->
                                event.get("actor").get("kind").asString().equals("scim"))
                        .map(event -> event.get("type").asString() + " "
                                + event.get("summary").asString()))
                .contains("scim.person-recorded User provisioned by SCIM: " + email)
                .anyMatch(text -> text.startsWith("organisation.member-joined"));
    }
}
