package dev.flagledger.webhook.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.change.FlagChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that are sent for an event. */
class EnvelopeTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aDeletedFeatureIsSentForEachEnvironmentWithoutANewState() {
        var history = Shop.withBasket()
                .then(Shop.segment(), Shop.overriddenForSegment(true, RED), new FeatureDeleted(Shop.BASKET));

        var sent = sent(history);

        assertThat(sent)
                .hasSize(2)
                .allMatch(body -> text(body, "event_type").equals("FLAG_DELETED"))
                .allMatch(body -> body.at("/data/new_state").isNull())
                .allMatch(body -> text(body.get("data"), "changed_by").equals("ana@example.test"));
        assertThat(sent)
                .extracting(
                        body -> body.at("/data/previous_state/environment/name").asString())
                .containsExactly("Live", "Staging");
        assertThat(sent.getFirst().at("/data/previous_state/feature/name").asString())
                .isEqualTo("basket_v2");
        assertThat(sent.getFirst().at("/data/timestamp").asString()).isEqualTo("2031-01-01T00:00:12.120000Z");
    }

    @Test
    void aVersionIsSentWithItsStatesButNotTheirSegments() {
        var published = new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn");
        var history = Shop.withBasket()
                .then(new VersioningEnabled(Shop.LIVE, Shop.id(70)), Shop.segment())
                .then(Shop.overriddenForSegment(true, RED), published);

        assertThat(sent(history)).isEmpty();
        assertThat(PublishedVersion.of(history.last(), published, history.state())
                        .map(Envelope::of))
                .hasValueSatisfying(body -> assertThat(JSON.readTree(body)).isEqualTo(JSON.readTree("""
                        {"data":{"feature":{"id":7,"name":"basket_v2"},"feature_states":[
                          {"enabled":false,"multivariate_feature_state_values":[],"value":"blue"},
                          {"enabled":true,"multivariate_feature_state_values":[],"value":"red"}],
                         "published_by":{"email":"ana@example.test","id":1},
                         "uuid":"00000000-0000-0000-0000-000000000047"},"event_type":"NEW_VERSION_PUBLISHED"}""")));
    }

    @Test
    void aNewFeatureIsToldAlsoWhereFlagsHaveVersions() {
        var history = Shop.withBasket()
                .then(new VersioningEnabled(Shop.LIVE, Shop.id(70)), Shop.feature(11, "checkout", 110, 111));

        assertThat(sent(history))
                .allMatch(body -> text(body, "event_type").equals("FLAG_UPDATED"))
                .noneMatch(body -> body.get("data").has("previous_state"))
                .extracting(body -> body.at("/data/new_state/environment/name").asString())
                .containsExactly("Live", "Staging");
    }

    @Test
    void theDefaultReplacesARemovedSegmentOverride() {
        var history = Shop.withBasket()
                .then(
                        Shop.segment(),
                        Shop.overriddenForSegment(true, RED),
                        new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA));

        assertThat(sent(history)).singleElement().satisfies(EnvelopeTest::assertReplacedByTheDefault);
    }

    @Test
    void theDefaultReplacesTheOverridesOfADeletedSegment() {
        var history = Shop.withBasket()
                .then(Shop.segment(), Shop.overriddenForSegment(true, RED), new SegmentDeleted(Shop.BETA));

        assertThat(sent(history)).singleElement().satisfies(EnvelopeTest::assertReplacedByTheDefault);
    }

    private static void assertReplacedByTheDefault(JsonNode body) {
        assertThat(text(body, "event_type")).isEqualTo("FLAG_UPDATED");
        assertThat(body.at("/data/previous_state/enabled").asBoolean()).isTrue();
        assertThat(body.at("/data/new_state/enabled").asBoolean()).isFalse();
        assertThat(body.at("/data/new_state/feature_state_value").asString()).isEqualTo("blue");
        for (var state : List.of("new_state", "previous_state")) {
            assertThat(body.get("data").get(state).get("feature_segment").toString())
                    .isEqualTo("{\"priority\":0,\"segment\":{\"description\":null,\"id\":8,\"name\":\"beta users\"}}");
        }
    }

    @Test
    void theDefaultReplacesTheOverridesOfADeletedIdentity() {
        var history = Shop.withBasket()
                .then(Shop.overriddenForIdentity(true, RED), new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88));

        assertThat(sent(history)).singleElement().satisfies(body -> {
            assertThat(body.at("/data/new_state/feature_state_value").asString())
                    .isEqualTo("blue");
            assertThat(body.at("/data/new_state/identity").asInt()).isEqualTo(Shop.USER_88);
            assertThat(body.at("/data/previous_state/identity_identifier").asString())
                    .isEqualTo("user-88");
        });
    }

    @Test
    void sharesOfOptionsAreSentAsFloats() {
        var history = Shop.withBasket().then(Wares.optionAdded(31, "red", 50));

        var bodies = bodies(history);

        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst())
                .contains("\"multivariate_feature_state_values\": [{\"id\": 1031, \"multivariate_feature_option\": "
                        + "{\"id\": 31, \"value\": \"red\"}, \"percentage_allocation\": 50.0}]")
                .contains("\"multivariate_feature_state_values\": []}, \"timestamp\"");
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private static List<JsonNode> sent(History history) {
        return bodies(history).stream().map(JSON::readTree).toList();
    }

    private static List<String> bodies(History history) {
        return FlagChange.of(history.before(), history.last(), history.state()).stream()
                .map(change -> Envelope.of(FlagUpdate.of(history.last(), change)))
                .map(body -> new String(body, StandardCharsets.US_ASCII))
                .toList();
    }
}
