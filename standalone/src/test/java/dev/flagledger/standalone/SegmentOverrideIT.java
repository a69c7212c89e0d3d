package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Overrides for segments, and their priorities. */
class SegmentOverrideIT {

    private static final String PLACES = "features/feature-segments/";

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Segments segments;
    private int feature;
    private int beta;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        segments = Segments.of(SERVER, shop);
        feature = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
        beta = segments.named("beta");
    }

    @Test
    void anOverrideIsCreatedWithItsFeatureSegment() {
        var made = segments.override(feature, beta, " red ");

        var place = made.get("feature_segment");
        assertThat(made.propertyNames())
                .containsExactly(
                        "id",
                        "feature",
                        "enabled",
                        "feature_state_value",
                        "feature_segment",
                        "deleted_at",
                        "uuid",
                        "created_at",
                        "updated_at",
                        "live_from",
                        "environment",
                        "identity",
                        "change_request",
                        "multivariate_feature_state_values");
        assertThat(made.get("feature_state_value").toString())
                .isEqualTo(
                        "{\"type\":\"unicode\",\"string_value\":\"red\",\"integer_value\":null,\"boolean_value\":null}");
        assertThat(place.toString())
                .isEqualTo("{\"id\":" + place.get("id") + ",\"segment\":" + beta + ",\"priority\":0,\"uuid\":"
                        + place.get("uuid") + "}");
        var listed = places().get(0);
        assertThat(listed.toString())
                .isEqualTo("{\"id\":" + place.get("id") + ",\"uuid\":" + place.get("uuid") + ",\"segment\":" + beta
                        + ",\"priority\":0,\"environment\":" + shop.environment()
                        + ",\"segment_name\":\"beta\",\"is_feature_specific\":false}");
        assertThat(shop.ana().get(PLACES + place.get("id") + "/").ok()).isEqualTo(listed);
        assertThat(shop.ana()
                        .get(PLACES + "get-by-uuid/" + place.get("uuid").asString() + "/")
                        .ok())
                .isEqualTo(listed);
    }

    @Test
    void omittedPropertiesAreThoseOfTheInitialState() {
        var body = Map.of("feature_segment", Map.of("segment", beta), "feature_state_value", Map.of());

        var made = shop.ana().post(segments.path(feature), body).ok();

        assertThat(made.get("enabled").asBoolean()).isFalse();
        assertThat(made.get("feature_state_value").get("string_value").asString())
                .isEqualTo("blue");
    }

    @Test
    void anInsertedSegmentMovesTheOthersDown() {
        segments.override(feature, beta, "a");
        segments.override(feature, segments.named("staff"), "b");
        int vips = segments.named("vips");

        shop.ana()
                .post(
                        segments.path(feature),
                        Map.of(
                                "feature_segment",
                                Map.of("segment", vips, "priority", 0),
                                "feature_state_value",
                                Map.of()))
                .ok();

        assertThat(order()).containsExactly("vips 0", "beta 1", "staff 2");
    }

    @Test
    void withoutPriorityASegmentBecomesTheLast() {
        segments.placed(feature, beta);
        segments.placed(feature, segments.named("staff"));

        assertThat(segments.override(feature, beta, "a")
                        .at("/feature_segment/priority")
                        .asInt())
                .isEqualTo(2);
        assertThat(segments.override(feature, segments.named("vips"), "b")
                        .at("/feature_segment/priority")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void terraformCreatesAFeatureSegmentBeforeItsState() {
        var placed = shop.ana()
                .post(
                        PLACES,
                        Map.of("feature", feature, "segment", beta, "environment", shop.environment(), "priority", 7));
        assertThat(placed.status()).isEqualTo(201);
        var place = placed.ok();
        assertThat(place.toString())
                .isEqualTo("{\"id\":" + place.get("id") + ",\"uuid\":" + place.get("uuid") + ",\"feature\":" + feature
                        + ",\"segment\":" + beta + ",\"environment\":" + shop.environment() + ",\"priority\":0}");
        var path = PLACES + place.get("id") + "/";
        assertThat(shop.ana().put(path, place).ok()).isEqualTo(place);
        assertThat(shop.ana().patch(path, Map.of()).ok()).isEqualTo(place);

        var state = Map.of(
                "feature",
                feature,
                "environment",
                shop.environment(),
                "feature_segment",
                place.get("id"),
                "enabled",
                true,
                "feature_state_value",
                Map.of("type", "int", "integer_value", 7));
        var made = shop.ana().post("features/featurestates/", state);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.ok().get("feature_segment")).isEqualTo(place.get("id"));
        assertThat(shop.ana().post("features/featurestates/", state).text())
                .isEqualTo("[\"['Feature state already exists for this environment, feature, version, segment"
                        + " & identity combination']\"]");
        shop.ana()
                .send("POST", PLACES + "update-priorities/", "[{\"id\":" + place.get("id") + ",\"priority\":5}]")
                .ok();
        assertThat(order()).containsExactly("beta 5");
    }

    @Test
    void prioritiesCanBeSwapped() {
        var first = segments.override(feature, beta, "a").get("feature_segment");
        var second = segments.override(feature, segments.named("staff"), "b").get("feature_segment");
        segments.override(feature, segments.named("vips"), "c");

        var answer = shop.ana()
                .post(
                        PLACES + "update-priorities/",
                        List.of(
                                Map.of("id", second.get("id"), "priority", 0),
                                Map.of("id", first.get("id"), "priority", 1)))
                .ok();

        assertThat(answer.get(0).get("id")).isEqualTo(first.get("id"));
        assertThat(answer.get(0).get("priority").asInt()).isEqualTo(1);
        assertThat(order()).containsExactly("staff 0", "beta 1", "vips 2");
        assertThat(shop.ana().post(PLACES + "update-priorities/", List.of()).text())
                .isEqualTo("[]");
    }

    @Test
    void aFeatureSegmentIsDeletedWithItsState() {
        var made = segments.override(feature, beta, "a");
        segments.override(feature, segments.named("staff"), "b");
        var path = PLACES + made.get("feature_segment").get("id") + "/";

        assertThat(shop.ana().delete(path).status()).isEqualTo(204);

        assertThat(order()).containsExactly("staff 0");
        assertThat(shop.ana().get(path).text())
                .isEqualTo("{\"detail\":\"No FeatureSegment matches the given query.\"}");
        assertThat(shop.ana().delete(path).status()).isEqualTo(404);
        assertThat(shop.ana()
                        .get("features/featurestates/get-by-uuid/"
                                + made.get("uuid").asString() + "/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sharesOfOptionsCanBeOverridden() {
        var option = shop.ana()
                .post(
                        shop.features() + feature + "/mv-options/",
                        Map.of("string_value", "red", "default_percentage_allocation", 20))
                .ok()
                .get("id")
                .asInt();
        var body = Map.of(
                "feature_segment",
                Map.of("segment", beta),
                "feature_state_value",
                Map.of(),
                "multivariate_feature_state_values",
                List.of(Map.of("multivariate_feature_option", option, "percentage_allocation", 30)));

        var made = shop.ana().post(segments.path(feature), body).ok();

        var share = made.get("multivariate_feature_state_values").get(0);
        assertThat(share.toString())
                .isEqualTo("{\"id\":" + share.get("id") + ",\"multivariate_feature_option\":" + option
                        + ",\"percentage_allocation\":30.0}");
    }

    private JsonNode places() {
        return shop.ana()
                .get(PLACES + "?environment=" + shop.environment() + "&feature=" + feature)
                .ok()
                .get("results");
    }

    private List<String> order() {
        return places().valueStream()
                .map(place -> place.get("segment_name").asString() + " "
                        + place.get("priority").asInt())
                .toList();
    }
}
