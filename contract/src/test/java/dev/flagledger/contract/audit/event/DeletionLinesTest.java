package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObjectType;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of deletions name the deleted object. */
class DeletionLinesTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final String OF_BETA =
            "Flag state / Remote config value deleted for feature 'basket_v2' and segment 'beta users'";
    private static final String OF_USER_88 =
            "Flag state / Remote config value deleted for feature 'basket_v2' and identity 'user-88'";

    @Test
    void aDeletedFeatureHasALineForItselfAndForItsStateInEachEnvironment() {
        var history = Shop.withBasket()
                .then(Shop.segment(), Shop.overriddenForSegment(true, RED), new FeatureDeleted(Shop.BASKET));

        var lines = Lines.of(history);

        assertThat(lines)
                .hasSize(3)
                .allMatch(line -> line.log().equals("Flag / Remote Config Deleted: basket_v2"))
                .allMatch(line -> line.changeType() == ChangeType.DELETE)
                .allMatch(line -> line.changes().isEmpty());
        assertThat(lines)
                .extracting(line -> Lines.about(line).type())
                .containsExactly(
                        RelatedObjectType.FEATURE, RelatedObjectType.FEATURE_STATE, RelatedObjectType.FEATURE_STATE);
        assertThat(lines).extracting(line -> Lines.about(line).id()).containsExactly(Shop.BASKET, 105, 106);
    }

    @Test
    void theSegmentOfADeletedFeatureHasALine() {
        var history = Shop.withBasket()
                .then(Shop.segment(30, "basket testers", Shop.BASKET), new FeatureDeleted(Shop.BASKET));

        assertThat(Lines.logs(history))
                .containsExactly(
                        "Flag / Remote Config Deleted: basket_v2",
                        "Segment deleted: basket testers",
                        "Flag / Remote Config Deleted: basket_v2",
                        "Flag / Remote Config Deleted: basket_v2");
    }

    @Test
    void aDeletedSegmentHasALineForItselfAndForEachOverride() {
        var history = Shop.withBasket()
                .then(Shop.segment(), Shop.overriddenForSegment(true, RED), new SegmentDeleted(Shop.BETA));

        assertThat(Lines.logs(history)).containsExactly("Segment deleted: beta users", OF_BETA);
        assertThat(Lines.of(history).getFirst())
                .isEqualTo(new AuditLine(
                        "Segment deleted: beta users",
                        new Place(Shop.ORGANISATION, Shop.PROJECT, null),
                        new RelatedObject(RelatedObjectType.SEGMENT, Shop.BETA, Shop.id(Shop.BETA)),
                        ChangeType.UNKNOWN,
                        List.of()));
    }

    @Test
    void aRemovedOverrideOfASegmentIsRelatedToTheFeature() {
        var history = Shop.withBasket()
                .then(
                        Shop.segment(),
                        Shop.overriddenForSegment(true, RED),
                        new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA));

        var line = Lines.line(history);

        assertThat(line.log()).isEqualTo(OF_BETA);
        assertThat(line.relatedObject())
                .isEqualTo(new RelatedObject(RelatedObjectType.FEATURE, Shop.BASKET, Shop.id(Shop.BASKET)));
        assertThat(line.place().environmentId()).isEqualTo(Shop.LIVE);
        assertThat(line.changeType()).isEqualTo(ChangeType.DELETE);
    }

    @Test
    void aRemovedOverrideOfAnIdentityIsRelatedToItsState() {
        var history = Shop.withBasket()
                .then(
                        Shop.overriddenForIdentity(true, RED),
                        new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET));

        assertThat(Lines.line(history).log()).isEqualTo(OF_USER_88);
        assertThat(Lines.about(Lines.line(history)))
                .isEqualTo(new RelatedObject(RelatedObjectType.FEATURE_STATE, 130, Shop.id(130)));
    }

    @Test
    void aDeletedIdentityIsNamedIfItHadAnOverride() {
        var history = Shop.withBasket()
                .then(Shop.overriddenForIdentity(true, RED), new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88));
        assertThat(Lines.logs(history)).containsExactly("Identity deleted: user-88", OF_USER_88);

        history.then(new ManagedIdentityDeleted(Shop.LIVE, 4212));
        assertThat(Lines.logs(history)).containsExactly("Identity deleted: 4212");
    }

    @Test
    void aDeletedEnvironmentHasOneLine() {
        var line = Lines.line(Shop.withBasket().then(new EnvironmentDeleted(Shop.LIVE)));

        assertThat(line.log()).isEqualTo("Environment deleted: Live");
        assertThat(line.place()).isEqualTo(new Place(Shop.ORGANISATION, Shop.PROJECT, Shop.LIVE));
        assertThat(Lines.about(line).type()).isEqualTo(RelatedObjectType.ENVIRONMENT);
    }

    @Test
    void aDeletedOrganisationHasOneLine() {
        var line = Lines.line(Shop.withBasket().then(new OrganisationDeleted(Shop.ORGANISATION)));

        assertThat(line.log()).isEqualTo("Organisation deleted: Acme");
        assertThat(line.place()).isEqualTo(new Place(Shop.ORGANISATION, null, null));
    }

    @Test
    void aDeletedProjectHasOneLineAndLaterEventsHaveNone() {
        var history = Shop.withBasket().then(Shop.segment(), new ProjectDeleted(Shop.PROJECT));

        assertThat(Lines.line(history).log()).isEqualTo("Project deleted: Shop");
        assertThat(Lines.line(history).relatedObject()).isNull();

        assertThat(Lines.of(history.then(Shop.set(true, RED)))).isEmpty();
        assertThat(Lines.of(history.then(new FeatureDeleted(Shop.BASKET)))).isEmpty();
        assertThat(Lines.of(history.then(new SegmentDeleted(Shop.BETA)))).isEmpty();
        assertThat(Lines.of(history.then(new EnvironmentDeleted(Shop.LIVE)))).isEmpty();
        assertThat(Lines.of(history.then(new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88))))
                .isEmpty();
        assertThat(Lines.of(history.then(new ProjectDeleted(Shop.PROJECT)))).isEmpty();
    }
}
