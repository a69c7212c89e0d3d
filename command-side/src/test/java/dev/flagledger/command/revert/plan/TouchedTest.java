package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.command.revert.plan.Part.OfFeature;
import dev.flagledger.command.revert.plan.Part.OfFlag;
import dev.flagledger.command.revert.plan.Part.OfIdentity;
import dev.flagledger.command.revert.plan.Part.OfSegment;
import dev.flagledger.command.revert.plan.Part.OfSettings;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TouchedTest {

    private static final Part FLAG = new OfFlag(Shop.LIVE, Shop.BASKET);
    private static final Part IDENTITY = new OfIdentity(Shop.LIVE, Shop.BASKET, Shop.USER_88);
    private static final Project NOW = Shop.withBasket()
            .then(Shop.segment(), Shop.overriddenForIdentity(true, FeatureValue.NONE))
            .state()
            .project(Shop.PROJECT)
            .orElseThrow();

    static Stream<Arguments> undoable() {
        return Stream.of(
                Arguments.of(Shop.set(true, FeatureValue.NONE), FLAG),
                Arguments.of(new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), null), FLAG),
                Arguments.of(Shop.overriddenForSegment(true, FeatureValue.NONE), FLAG),
                Arguments.of(Shop.overriddenForIdentity(true, FeatureValue.NONE), IDENTITY),
                Arguments.of(Shop.identityChanged(true, FeatureValue.NONE), IDENTITY),
                Arguments.of(new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET), IDENTITY),
                Arguments.of(
                        new FeatureChanged(Shop.BASKET, Shop.details("new", false, false)), new OfFeature(Shop.BASKET)),
                Arguments.of(
                        new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5")), new OfSettings(Shop.LIVE)),
                Arguments.of(new SegmentChanged(Shop.BETA, Shop.definition("beta", null)), new OfSegment(Shop.BETA)));
    }

    @ParameterizedTest
    @MethodSource("undoable")
    void aChangeTouchesItsObject(LedgerEvent event, Part part) {
        assertThat(Touched.by(event, NOW, NOW)).containsExactly(part);
    }

    @Test
    void aChangeOfAnOptionTouchesTheFeatureAndAllItsFlags() {
        assertThat(Touched.by(new OptionRemoved(Shop.BASKET, 50), NOW, NOW))
                .containsExactlyInAnyOrder(
                        new OfFeature(Shop.BASKET), FLAG, IDENTITY, new OfFlag(Shop.STAGING, Shop.BASKET));
    }

    static Stream<LedgerEvent> other() {
        return Stream.of(
                Shop.feature(Shop.BASKET, "basket_v2", 105, 106),
                new FeatureDeleted(Shop.BASKET),
                Shop.segment(),
                new EnvironmentDeleted(Shop.LIVE),
                new UserLoggedIn(Shop.ANA, LoginWay.EMAIL));
    }

    @ParameterizedTest
    @MethodSource("other")
    void creationsAndDeletionsTouchNoPart(LedgerEvent event) {
        assertThat(Touched.by(event, NOW, NOW)).isEmpty();
    }
}
