package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Features, from creation to deletion. */
class FeatureIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void aFeatureIsReadAsItWasCreated() {
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
    void readOnlyPropertiesAreNotChanged() {
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
    void aDeletedFeatureIsMissingAndItsNameIsFree() {
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
