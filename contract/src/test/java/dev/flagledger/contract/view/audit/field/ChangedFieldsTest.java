package dev.flagledger.contract.view.audit.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The changed fields of environments, features and segments, in the order of the API. */
class ChangedFieldsTest {

    private static final List<MetadataValue> FIELDS = List.of(new MetadataValue(70, "team a"));
    private static final FieldChange METADATA =
            new FieldChange("metadata", List.of(), List.of(Map.of("model_field", 70, "field_value", "team a")));
    private static final SegmentDefinition BETA = Shop.definition("beta users", null);

    private final History history = Shop.withBasket().then(Shop.segment());

    @Test
    void whatIsTheSameHasNoChangedFields() {
        var settings = Shop.settings("Live", "key-5");

        assertThat(EnvironmentFields.changes(settings, Shop.settings("Live", "key-5")))
                .isEmpty();
        assertThat(FeatureFields.changes(basket(), basket())).isEmpty();
        assertThat(SegmentFields.changes(BETA, Shop.definition("beta users", null)))
                .isEmpty();
    }

    @Test
    void everySettingOfAnEnvironmentIsShown() {
        var old = Shop.settings("Live", "key-5");
        var now = new EnvironmentSettings(
                "Shop", "key-6", "For customers", 1, false, "Live!", "#f00", true, false, true, false, FIELDS);

        assertThat(EnvironmentFields.changes(old, now))
                .containsExactly(
                        new FieldChange("name", "Live", "Shop"),
                        new FieldChange("api_key", "key-5", "key-6"),
                        new FieldChange("description", null, "For customers"),
                        new FieldChange("minimum_change_request_approvals", null, 1),
                        new FieldChange("allow_client_traits", true, false),
                        new FieldChange("banner_text", null, "Live!"),
                        new FieldChange("banner_colour", null, "#f00"),
                        new FieldChange("hide_disabled_flags", null, true),
                        new FieldChange("use_identity_composite_key_for_hashing", true, false),
                        new FieldChange("hide_sensitive_data", false, true),
                        new FieldChange("use_identity_overrides_in_local_eval", true, false),
                        METADATA);
    }

    @Test
    void theDetailsAndOwnersOfAFeatureAreShown() {
        var old = basket();
        history.then(
                new FeatureChanged(Shop.BASKET, new FeatureDetails(null, true, true, List.of(), FIELDS)),
                new OwnersChanged(Shop.BASKET, List.of(Shop.ANA, Shop.BO)));

        assertThat(FeatureFields.changes(old, basket()))
                .containsExactly(
                        new FieldChange("description", "What it is", null),
                        new FieldChange("is_archived", false, true),
                        new FieldChange("is_server_key_only", false, true),
                        new FieldChange("owners", List.of(Shop.ANA), List.of(Shop.ANA, Shop.BO)),
                        METADATA);
    }

    @Test
    void theDefinitionOfASegmentIsShown() {
        assertThat(SegmentFields.changes(
                        BETA, new SegmentDefinition("pros", "who pay", Shop.BASKET, List.of(), FIELDS)))
                .containsExactly(
                        new FieldChange("name", "beta users", "pros"),
                        new FieldChange("description", null, "who pay"),
                        new FieldChange("feature", null, Shop.BASKET),
                        METADATA);
    }

    @Test
    void aNewDefinitionIsANewVersionOfItsSegment() {
        var known = history.state().project(Shop.PROJECT).orElseThrow().segment(Shop.BETA);

        assertThat(SegmentFields.changes(known, new SegmentDefinition("pros", null, null, List.of(), FIELDS)))
                .containsExactly(
                        new FieldChange("name", "beta users", "pros"), new FieldChange("version", 1, 2), METADATA);
    }

    private Feature basket() {
        return history.state().project(Shop.PROJECT).orElseThrow().feature(Shop.BASKET);
    }
}
