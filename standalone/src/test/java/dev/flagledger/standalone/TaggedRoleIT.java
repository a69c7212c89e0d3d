package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A member whose role holds permissions for features with one tag only. */
class TaggedRoleIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private Api member;
    private int role;
    private int mobile;
    private int web;

    @BeforeEach
    void start() {
        shop = Shop.in(SERVER);
        mobile = tag("mobile");
        web = tag("web");
        role = shop.ana().post(roles(), Map.of("name", "Mobile")).ok().get("id").asInt();
        grant("projects", "project", shop.project(), "VIEW_PROJECT", "DELETE_FEATURE");
        grant("environments", "environment", shop.environment(), "VIEW_ENVIRONMENT", "UPDATE_FEATURE_STATE");
        member = Member.of(SERVER, shop.organisation());
        shop.ana()
                .post(roles() + role + "/users/", Map.of("user", Member.id(member)))
                .ok();
    }

    /** Grants the role a permission everywhere, and another for features with the tag. */
    private void grant(String places, String field, int id, String everywhere, String limited) {
        shop.ana()
                .post(
                        roles() + role + "/" + places + "-permissions/",
                        Map.of(
                                field,
                                id,
                                "permissions",
                                List.of(
                                        Map.of("permission_key", everywhere),
                                        Map.of("permission_key", limited, "tags", List.of(mobile)))))
                .ok();
    }

    /** By each of the routes that change a state. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PATCH | environments/KEY/featurestates/STATE/ | {"enabled":true}
            PUT   | environments/KEY/featurestates/STATE/ | {"enabled":true,"feature_state_value":"x"}
            PATCH | features/featurestates/STATE/         | {"enabled":true}
            """)
    void aFeatureIsSwitchedByWhoeverMayByItsTags(String method, String path, String body) {
        int both = feature("both", web, mobile);
        int other = feature("other", web);
        int none = feature("none");

        assertThat(call(method, path, body, both)).isEqualTo(200);
        assertThat(enabled(both)).isTrue();
        assertThat(call(method, path, body, other)).isEqualTo(403);
        assertThat(enabled(other)).isFalse();
        assertThat(call(method, path, body, none)).isEqualTo(403);
        assertThat(enabled(none)).isFalse();
    }

    @Test
    void theTagsAreThoseThatTheFeatureHasNow() {
        int feature = feature("moving", mobile);
        assertThat(toggle(feature)).isEqualTo(200);

        retag(feature, web);
        assertThat(toggle(feature)).isEqualTo(403);
        retag(feature, web, mobile);
        assertThat(toggle(feature)).isEqualTo(200);

        assertThat(shop.ana().delete(tags() + mobile + "/").status()).isEqualTo(204);
        assertThat(toggle(feature)).isEqualTo(403);
    }

    @Test
    void aFeatureIsDeletedByWhoeverMayByItsTags() {
        int tagged = feature("tagged", mobile);
        int other = feature("other", web);

        assertThat(member.delete(shop.features() + other + "/").status()).isEqualTo(403);
        assertThat(shop.ana().get(shop.features() + other + "/").status()).isEqualTo(200);
        assertThat(member.delete(shop.features() + tagged + "/").status()).isEqualTo(204);
    }

    @Test
    void aPermissionWithoutALimitIsWider() {
        int other = feature("other", web);
        assertThat(toggle(other)).isEqualTo(403);

        Grants.of(shop.ana(), "environments/" + shop.key(), Member.id(member), "UPDATE_FEATURE_STATE");
        assertThat(toggle(other)).isEqualTo(200);
    }

    @Test
    void theLimitIsShown() {
        assertThat(member.get("environments/" + shop.key() + "/my-permissions/").text())
                .isEqualTo("{\"permissions\":[\"VIEW_ENVIRONMENT\"],\"admin\":false,\"tag_based_permissions\":"
                        + "[{\"permissions\":[\"UPDATE_FEATURE_STATE\"],\"tags\":[" + mobile + "]}]}");
    }

    private int toggle(int feature) {
        return call("PATCH", "environments/KEY/featurestates/STATE/", "{\"enabled\":true}", feature);
    }

    private int call(String method, String path, String body, int feature) {
        var json = JsonMapper.shared().readTree(shop.filled(body, feature));
        var filled = shop.filled(path, feature);
        return (method.equals("PUT") ? member.put(filled, json) : member.patch(filled, json)).status();
    }

    private boolean enabled(int feature) {
        return shop.ana().get(shop.stateOf(feature)).ok().get("enabled").asBoolean();
    }

    private int feature(String name, Integer... tags) {
        return shop.feature(Map.of("name", name, "tags", List.of(tags)));
    }

    private void retag(int feature, Integer... tags) {
        shop.ana()
                .patch(shop.features() + feature + "/", Map.of("tags", List.of(tags)))
                .ok();
    }

    private int tag(String label) {
        return shop.ana().post(tags(), Map.of("label", label)).ok().get("id").asInt();
    }

    private String tags() {
        return "projects/" + shop.project() + "/tags/";
    }

    private String roles() {
        return "organisations/" + shop.organisation() + "/roles/";
    }
}
