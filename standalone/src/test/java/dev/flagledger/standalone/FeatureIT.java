package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a feature from its creation to its end: sections 3.1 and 3.3 to 3.6 of the second part of the admin contract. */
class FeatureIT {

    private static final String OWNERLESS =
            "[\"This project requires at least one owner or group owner per feature.\"]";

    private static TestServer server;
    private Shop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        shop = Shop.in(server);
    }

    @Test
    void aFeatureIsAnsweredWithEverythingThatWasSent() {
        int tag = tag("release");

        var created = shop.ana()
                .post(
                        shop.features(),
                        Map.of(
                                "name",
                                " new_checkout ",
                                "initial_value",
                                12,
                                "default_enabled",
                                true,
                                "description",
                                "How one pays",
                                "tags",
                                List.of(tag, tag),
                                "is_server_key_only",
                                true,
                                "owners",
                                List.of(),
                                "metadata",
                                List.of()))
                .ok();

        int id = created.get("id").asInt();
        assertThat(created.toString()).isEqualTo("""
                {"id":%d,"name":"new_checkout","type":"STANDARD","default_enabled":true,"initial_value":"12",\
                "created_date":%s,"description":"How one pays","tags":[%d],"multivariate_options":[],\
                "is_archived":false,"owners":[%s],"group_owners":[],"uuid":%s,"project":%d,\
                "environment_feature_state":null,"segment_feature_state":null,"num_segment_overrides":0,\
                "num_identity_overrides":null,"last_modified_in_current_environment":null,\
                "is_num_identity_overrides_complete":true,"is_server_key_only":true,\
                "last_modified_in_any_environment":null,"metadata":[]}\
                """.formatted(
                        id,
                        created.get("created_date"),
                        tag,
                        created.get("owners").get(0),
                        created.get("uuid"),
                        shop.project()));
        assertThat(created.get("owners").get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "email", "first_name", "last_name", "last_login", "uuid");
        var retrieved = shop.ana().get(feature(id)).ok();
        assertThat(retrieved.get("code_references_counts")).isEmpty();
        var byUuid =
                shop.ana().get("features/get-by-uuid/" + created.get("uuid").asString() + "/");
        assertThat(byUuid.ok().has("metadata")).isFalse();
        assertThat(byUuid.ok().has("code_references_counts")).isFalse();
        assertThat(retrieved.propertyNames()).containsAll(created.propertyNames());
    }

    @Test
    void aFeatureWithOptionsIsMultivariateEverywhere() {
        var created = shop.ana()
                .post(
                        shop.features(),
                        Map.of(
                                "name",
                                "colour",
                                "type",
                                "STANDARD",
                                "initial_value",
                                "blue",
                                "multivariate_options",
                                List.of(
                                        Map.of("string_value", "red", "default_percentage_allocation", 20, "key", "k"),
                                        Map.of(
                                                "type",
                                                "int",
                                                "integer_value",
                                                7,
                                                "default_percentage_allocation",
                                                80))))
                .ok();

        assertThat(created.get("type").asString()).isEqualTo("MULTIVARIATE");
        var options = created.get("multivariate_options");
        assertThat(options.get(0).get("default_percentage_allocation").toString())
                .isEqualTo("20.0");
        assertThat(options.get(0).get("key").isNull())
                .as("nothing is said of keys here")
                .isTrue();
        assertThat(options.get(1).get("integer_value").asInt()).isEqualTo(7);
        assertThat(options.get(1).has("feature")).isFalse();
    }

    @Test
    void itsNameValueDefaultAndOwnersStayAsTheyAre() {
        int id = shop.feature(Map.of("name", "stays", "initial_value", "a", "description", "d"));
        int tag = tag("t");

        var changed = shop.ana()
                .put(
                        feature(id),
                        Map.of(
                                "name",
                                "other",
                                "initial_value",
                                "b",
                                "default_enabled",
                                true,
                                "owners",
                                List.of(999_999),
                                "project",
                                999_999,
                                "type",
                                "MULTIVARIATE",
                                "is_archived",
                                true,
                                "tags",
                                List.of(tag)))
                .ok();

        assertThat(changed.get("name").asString()).isEqualTo("stays");
        assertThat(changed.get("initial_value").asString()).isEqualTo("a");
        assertThat(changed.get("default_enabled").asBoolean()).isFalse();
        assertThat(changed.get("owners")).hasSize(1);
        assertThat(changed.get("type").asString()).isEqualTo("MULTIVARIATE");
        assertThat(changed.get("is_archived").asBoolean()).isTrue();
        assertThat(changed.get("description").asString()).isEqualTo("d");
        assertThat(changed.get("tags").toString()).isEqualTo("[" + tag + "]");
        assertThat(changed).isEqualTo(shop.ana().get(feature(id)).ok());
        assertThat(shop.ana().put(feature(id), Map.of()).ok())
                .as("nothing is required")
                .isEqualTo(changed);
        assertThat(shop.ana().patch(feature(id), Map.of("tags", List.of())).ok().get("tags"))
                .isEmpty();
    }

    @Test
    void itsOptionsAreSetAllAtOnce() {
        int id = shop.feature(
                Map.of("name", "colour", "multivariate_options", List.of(option("red", 30), option("green", 30))));
        var before = shop.ana().get(feature(id)).ok().get("multivariate_options");
        int red = before.get(0).get("id").asInt();

        var changed = shop.ana()
                .patch(
                        feature(id),
                        Map.of(
                                "multivariate_options",
                                List.of(Map.of("id", red, "string_value", "redder"), option("blue", 70))))
                .ok()
                .get("multivariate_options");

        assertThat(changed).hasSize(2);
        assertThat(changed.get(0).get("id").asInt()).isEqualTo(red);
        assertThat(changed.get(0).get("string_value").asString()).isEqualTo("redder");
        assertThat(changed.get(0).get("default_percentage_allocation").asDouble())
                .isEqualTo(30);
        assertThat(changed.get(1).get("string_value").asString()).isEqualTo("blue");
        var none = shop.ana()
                .put(feature(id), Map.of("multivariate_options", List.of()))
                .ok();
        assertThat(none.get("multivariate_options")).isEmpty();
        assertThat(none.get("type").asString()).isEqualTo("STANDARD");
    }

    @Test
    void aDeletedFeatureIsGoneEverywhereAndItsNameIsFree() {
        int id = shop.feature(Map.of("name", "gone"));
        int other = shop.feature(Map.of("name", "other"));
        var uuid = shop.ana().get(feature(id)).ok().get("uuid").asString();

        assertThat(shop.ana().delete(feature(id)).status()).isEqualTo(204);

        var missing = "{\"detail\":\"No Feature matches the given query.\"}";
        assertThat(shop.ana().get(feature(id)).text()).isEqualTo(missing);
        assertThat(shop.ana().delete(feature(id)).text()).isEqualTo(missing);
        assertThat(shop.ana().get("features/get-by-uuid/" + uuid + "/").status())
                .isEqualTo(404);
        assertThat(shop.ana().get(shop.features()).ok().get("count").asInt()).isEqualTo(1);
        assertThat(shop.application().get("flags/").ok()).hasSize(1);
        assertThat(shop.feature(Map.of("name", "GONE"))).isGreaterThan(other);
    }

    @Test
    void ownersComeAndGo() {
        int id = shop.feature(Map.of("name", "owned"));
        int ana = shop.ana().get("auth/users/me/").ok().get("id").asInt();

        var none = shop.ana()
                .post(feature(id) + "remove-owners/", Map.of("user_ids", List.of(ana)))
                .ok();
        assertThat(none.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "created_date",
                        "description",
                        "initial_value",
                        "default_enabled",
                        "type",
                        "owners",
                        "group_owners",
                        "is_server_key_only");
        assertThat(none.get("owners")).isEmpty();
        var again = shop.ana()
                .post(feature(id) + "add-owners/", Map.of("user_ids", List.of(ana, ana)))
                .ok();
        assertThat(again.get("owners")).hasSize(1);
        assertThat(shop.ana()
                        .post(feature(id) + "add-group-owners/", Map.of("group_ids", List.of()))
                        .ok()
                        .get("group_owners"))
                .isEmpty();
        assertThat(shop.ana()
                        .post(feature(id) + "remove-group-owners/", Map.of("group_ids", List.of(3)))
                        .ok()
                        .get("group_owners"))
                .isEmpty();
    }

    @Test
    void whereOwnersAreEnforcedThereIsAlwaysOne() {
        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("enforce_feature_owners", true))
                .ok();
        int ana = shop.ana().get("auth/users/me/").ok().get("id").asInt();

        var ownerless = shop.ana().post(shop.features(), Map.of("name", "x", "owners", List.of()));
        assertThat(ownerless.text())
                .isEqualTo("{\"non_field_errors\":[\"This project requires at least one owner or group owner"
                        + " when creating a feature.\"]}");
        int id = shop.feature(Map.of("name", "x", "owners", List.of(ana)));
        assertThat(shop.ana()
                        .post(feature(id) + "remove-owners/", Map.of("user_ids", List.of(ana)))
                        .text())
                .isEqualTo(OWNERLESS);
        assertThat(shop.ana().get(feature(id)).ok().get("owners")).hasSize(1);
    }

    private static Map<String, Object> option(String value, int percentage) {
        return Map.of("string_value", value, "default_percentage_allocation", percentage);
    }

    private String feature(int id) {
        return shop.features() + id + "/";
    }

    private int tag(String label) {
        return shop.ana()
                .post("projects/" + shop.project() + "/tags/", Map.of("label", label))
                .ok()
                .get("id")
                .asInt();
    }
}
