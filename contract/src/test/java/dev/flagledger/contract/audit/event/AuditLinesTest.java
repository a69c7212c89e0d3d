package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.Lines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of everything but feature states and deletions. */
class AuditLinesTest {

    @Test
    void aChangedFeatureListsItsFieldsIncludingTagsAndCustomFields() {
        var history = Shop.withBasket().then(new TagCreated(Shop.PROJECT, Wares.tag(9, "release")));
        assertThat(Lines.line(history).log()).isEqualTo("New Tag created: release");

        history.then(new FeatureChanged(
                Shop.BASKET,
                new FeatureDetails("What it is", true, false, List.of(9), List.of(new MetadataValue(4, "web")))));

        assertThat(Lines.line(history).log()).isEqualTo("Flag / Remote Config updated: basket_v2");
        assertThat(Lines.line(history).changes())
                .containsExactly(
                        new FieldChange("is_archived", false, true),
                        new FieldChange("tags", List.of(), List.of(9)),
                        new FieldChange(
                                "metadata", List.of(), List.of(Map.of("model_field", 4, "field_value", "web"))));
    }

    @Test
    void changedOwnersAreAFieldOfTheFeature() {
        var history = Shop.withBasket().then(new OwnersChanged(Shop.BASKET, List.of(Shop.BO)));

        assertThat(Lines.line(history).log()).isEqualTo("Flag / Remote Config updated: basket_v2");
        assertThat(Lines.line(history).changes())
                .containsExactly(new FieldChange("owners", List.of(Shop.ANA), List.of(Shop.BO)));
    }

    @Test
    void groupsThatOwnAFeatureAreAFieldOfIt() {
        var history = Shop.withBasket()
                .then(new GroupCreated(Shop.ORGANISATION, 61, new GroupDetails("Ops", false, null)))
                .then(new GroupOwnersChanged(Shop.BASKET, List.of(61)));

        assertThat(Lines.line(history).log()).isEqualTo("Flag / Remote Config updated: basket_v2");
        assertThat(Lines.line(history).changes())
                .containsExactly(new FieldChange("group_owners", List.of(), List.of(61)));
    }

    @Test
    void aTagHasLinesForItsWholeLife() {
        var history = Shop.open()
                .then(
                        new TagCreated(Shop.PROJECT, Wares.tag(9, "release")),
                        new TagChanged(Shop.PROJECT, Wares.tag(9, "launch")));
        assertThat(Lines.line(history).log()).isEqualTo("Tag updated: launch");
        assertThat(Lines.line(history).changes()).containsExactly(new FieldChange("label", "release", "launch"));

        assertThat(Lines.logs(history.then(new TagDeleted(Shop.PROJECT, 9)))).containsExactly("Tag deleted: launch");
    }

    @Test
    void aClonedEnvironmentHasTheLineOfANewOne() {
        var history = Shop.withBasket()
                .then(new EnvironmentCloned(
                        9,
                        Shop.id(9),
                        Shop.PROJECT,
                        Shop.LIVE,
                        Shop.settings("Copy", "key-9"),
                        List.of(Shop.seed(9, Shop.BASKET, 190))));

        assertThat(Lines.line(history).log()).isEqualTo("New Environment created: Copy");
        assertThat(Lines.line(history).place().environmentId()).isEqualTo(9);
    }

    @Test
    void versioningIsAFieldOfTheEnvironment() {
        var history = Shop.withBasket().then(new VersioningEnabled(Shop.LIVE, Shop.id(70)));
        assertThat(Lines.line(history).log()).isEqualTo("Environment updated: Live");
        assertThat(Lines.line(history).changes())
                .containsExactly(new FieldChange("use_v2_feature_versioning", false, true));

        history.then(new VersioningDisabled(Shop.LIVE));
        assertThat(Lines.line(history).changes())
                .containsExactly(new FieldChange("use_v2_feature_versioning", true, false));
    }

    @Test
    void aVersionHasALineWhenItIsPublished() {
        var published = new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), null);
        var history = Shop.withBasket().then(published);
        assertThat(Lines.of(history)).isEmpty();

        history.then(
                new VersioningEnabled(Shop.LIVE, Shop.id(70)),
                new VersionDrafted(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn", VersionChanges.NONE));
        assertThat(Lines.of(history)).isEmpty();
        history.then(published);
        assertThat(Lines.line(history).log()).isEqualTo("New version published for feature: basket_v2");
        assertThat(Lines.about(Lines.line(history))).isEqualTo(RelatedObject.ofVersion(Shop.id(71)));
        assertThat(Lines.line(history).changeType()).isEqualTo(ChangeType.UNKNOWN);
    }

    @Test
    void theFirstEvaluationHasNoLine() {
        assertThat(Lines.of(Shop.open().then(new FirstEvaluated(Shop.LIVE, "unknown"))))
                .isEmpty();
    }

    @Test
    void aServerKeyHasLinesInItsEnvironment() {
        var history = Shop.open().then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(4, "backend")));
        assertThat(Lines.line(history).log()).isEqualTo("New Server-side key created: backend");
        assertThat(Lines.line(history).place()).isEqualTo(new Place(Shop.ORGANISATION, Shop.PROJECT, Shop.LIVE));

        var ended = Instant.parse("2031-01-02T00:00:00Z");
        history.then(new ServerKeyChanged(Shop.LIVE, new ServerKey(4, "backend", false, ended)));
        assertThat(Lines.line(history).changes())
                .containsExactly(
                        new FieldChange("active", true, false),
                        new FieldChange("expires_at", null, "2031-01-02T00:00:00Z"));

        assertThat(Lines.logs(history.then(new ServerKeyRemoved(Shop.LIVE, 4))))
                .containsExactly("Server-side key deleted: backend");
    }

    @Test
    void anApiKeyHasLinesInItsOrganisationOnly() {
        var history = Shop.open().then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));
        assertThat(Lines.line(history).log()).isEqualTo("New API key created: terraform");
        assertThat(Lines.line(history).place()).isEqualTo(new Place(Shop.ORGANISATION, null, null));

        history.then(new ApiKeyChanged(Shop.ORGANISATION, Wares.apiKey(2, "pipeline")));
        assertThat(Lines.line(history).log()).isEqualTo("API key updated: pipeline");

        assertThat(Lines.logs(history.then(new ApiKeyRevoked(Shop.ORGANISATION, 2))))
                .containsExactly("API key deleted: pipeline");
    }

    @Test
    void aChangedSegmentListsItsRules() {
        var rules = List.of(new SegmentRule(40, SegmentRule.Type.ALL, List.of(), List.of()));
        var history = Shop.withBasket()
                .then(
                        Shop.segment(),
                        new SegmentChanged(Shop.BETA, new SegmentDefinition("testers", null, null, rules, List.of())));

        assertThat(Lines.line(history).log()).isEqualTo("Segment updated: testers");
        assertThat(Lines.line(history).changes())
                .containsExactly(
                        new FieldChange("name", "beta users", "testers"),
                        new FieldChange("rules_data", List.of(), rules),
                        new FieldChange("version", 1, 2));
    }

    @Test
    void theOrderOfSegmentsIsRelatedToTheFeature() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.placed(Shop.BETA, 0));
        assertThat(Lines.line(history).log())
                .isEqualTo("Segment 'beta users' placed among the overrides of feature 'basket_v2'");

        history.then(SegmentsOrdered.of(Shop.LIVE, Shop.BASKET, Map.of(Shop.BETA, 0)));
        assertThat(Lines.line(history).log()).isEqualTo("Segment overrides re-ordered for feature 'basket_v2'.");
        assertThat(Lines.line(history).changeType()).isEqualTo(ChangeType.UNKNOWN);
        assertThat(Lines.about(Lines.line(history)).id()).isEqualTo(Shop.BASKET);

        history.then(new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA));
        assertThat(Lines.line(history).log())
                .isEqualTo("Segment 'beta users' no longer among the overrides of feature 'basket_v2'");
    }

    @Test
    void aRenamedIdentityHasItsNewName() {
        LedgerEvent renamed = new ManagedIdentityRenamed(Shop.LIVE, Shop.USER_88, "user-89");

        assertThat(Lines.line(Shop.withBasket().then(renamed)).log()).isEqualTo("Identity updated: user-89");
        var overridden = Shop.withBasket().then(Shop.overriddenForIdentity(true, FeatureValue.NONE), renamed);
        assertThat(Lines.line(overridden).changes())
                .containsExactly(new FieldChange("identifier", "user-88", "user-89"));
    }
}
