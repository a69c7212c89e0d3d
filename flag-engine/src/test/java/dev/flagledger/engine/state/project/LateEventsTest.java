package dev.flagledger.engine.state.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events about deleted objects, and about objects that never existed. */
class LateEventsTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final int OWN_SEGMENT = 21;

    /** The basket is overridden in live, for anyone in beta, for a segment of its own and for an identity. */
    private final History history = Shop.withBasket()
            .then(
                    Shop.feature(11, "checkout", 110, 111),
                    Shop.segment(),
                    Shop.segment(OWN_SEGMENT, "basket only", Shop.BASKET),
                    Shop.overriddenForSegment(true, RED),
                    Shop.overriddenForSegment(OWN_SEGMENT, 1),
                    Shop.overriddenForIdentity(true, RED));

    static Stream<Arguments> whatComesLate() {
        var basketGone = new FeatureDeleted(Shop.BASKET);
        var betaGone = new SegmentDeleted(Shop.BETA);
        var liveGone = new EnvironmentDeleted(Shop.LIVE);
        var projectGone = new ProjectDeleted(Shop.PROJECT);
        return Stream.of(
                arguments(basketGone, new FeatureChanged(Shop.BASKET, Shop.details("late", true, true))),
                arguments(basketGone, Wares.optionAdded(31, "late", 10)),
                arguments(basketGone, Shop.set(true, RED)),
                arguments(basketGone, Shop.placed(Shop.BETA, 0)),
                arguments(basketGone, Shop.segmentChanged(true, RED)),
                arguments(basketGone, Shop.identityChanged(true, RED)),
                arguments(basketGone, new SegmentDeleted(OWN_SEGMENT)),
                arguments(basketGone, Shop.overriddenForSegment(OWN_SEGMENT, 0)),
                arguments(basketGone, Shop.segment(22, "late", Shop.BASKET)),
                arguments(betaGone, Shop.overriddenForSegment(true, RED)),
                arguments(betaGone, Shop.segmentChanged(true, RED)),
                arguments(betaGone, Shop.placed(Shop.BETA, 0)),
                arguments(betaGone, new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA)),
                arguments(betaGone, new SegmentChanged(Shop.BETA, Shop.definition("late", null))),
                arguments(liveGone, new EnvironmentChanged(Shop.LIVE, Shop.settings("Late", "key-late"))),
                arguments(
                        liveGone,
                        new WebhookAdded(
                                41,
                                WebhookOwner.environment(Shop.LIVE),
                                WebhookSettings.of("https://hooks.example.test/", true))),
                arguments(liveGone, Shop.set(true, RED)),
                arguments(liveGone, Shop.overriddenForIdentity(true, RED)),
                arguments(projectGone, new ProjectChanged(Shop.PROJECT, Shop.project(true))),
                arguments(projectGone, new TagCreated(Shop.PROJECT, Wares.tag(91, "late"))),
                arguments(projectGone, Shop.environment(9, "Late")),
                arguments(projectGone, Shop.feature(12, "late", 112, 113)),
                arguments(projectGone, new FeatureDeleted(Shop.BASKET)),
                arguments(projectGone, Shop.segment(22, "late", null)),
                arguments(projectGone, new SegmentDeleted(Shop.BETA)),
                arguments(projectGone, new EnvironmentDeleted(Shop.LIVE)));
    }

    @ParameterizedTest
    @MethodSource("whatComesLate")
    void eventsAboutDeletedObjectsHaveNoEffect(LedgerEvent gone, LedgerEvent late) {
        history.then(gone);
        var before = history.state();

        history.then(late);
        assertThat(history.state().projects()).isEqualTo(before.projects());
        assertThat(history.state().environmentOfKey("key-late")).isEmpty();
        assertThat(history.state().environment(9)).isEmpty();
        assertThat(history.state().projectOfFeature(12)).isEmpty();
    }

    @Test
    void aSegmentLimitedToADeletedFeatureIsDropped() {
        history.then(
                new FeatureDeleted(Shop.BASKET),
                new SegmentChanged(Shop.BETA, Shop.definition("beta users", Shop.BASKET)));

        assertThat(project().segments()).isEmpty();
    }

    /** The object was deleted concurrently. */
    @Test
    void newObjectsDoNotReferToDeletedOnes() {
        history.then(
                new TagCreated(Shop.PROJECT, Wares.tag(91, "old")),
                new TagDeleted(Shop.PROJECT, 91),
                new FeatureDeleted(Shop.BASKET),
                new EnvironmentDeleted(Shop.STAGING),
                Shop.environment(9, "Test", Shop.seed(9, Shop.BASKET, 107), Shop.seed(9, 11, 108)),
                Shop.feature(12, "late", new FeatureDetails(null, false, false, List.of(91), List.of()), 112, 113));

        assertThat(project().environment(9).flags()).containsOnlyKeys(11);
        assertThat(project().environments()).containsOnlyKeys(Shop.LIVE, 9);
        assertThat(project().feature(12).details().tags()).isEmpty();
    }

    static Stream<LedgerEvent> whatNeverWas() {
        return Stream.of(
                new ProjectDeleted(99),
                new TagDeleted(99, 91),
                new EnvironmentDeleted(99),
                new FeatureDeleted(99),
                new OptionAdded(99, Wares.option(31, "x", 10), Map.of()),
                new SegmentDeleted(99),
                Shop.placed(99, 0),
                Shop.overriddenForSegment(99, 0),
                new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, 99),
                new SegmentOverrideRemoved(Shop.LIVE, 99, Shop.BETA),
                new ManagedIdentityDeleted(99, Shop.USER_88),
                Shop.environment(9, "Test", Shop.seed(9, 99, 107)));
    }

    @ParameterizedTest
    @MethodSource("whatNeverWas")
    void eventsAboutUnknownObjectsStopTheFold(LedgerEvent event) {
        assertThatThrownBy(() -> history.then(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("99, which it never introduced");
    }

    private Project project() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }
}
