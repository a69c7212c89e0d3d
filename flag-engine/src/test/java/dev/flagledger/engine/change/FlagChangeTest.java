package dev.flagledger.engine.change;

import static dev.flagledger.engine.Shop.id;
import static dev.flagledger.engine.Shop.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.feature.FeatureEvent.OptionRemoved;
import dev.flagledger.api.feature.FeatureEvent.OwnersChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.identity.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.segment.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.user.UserEvent.UserLoggedIn;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Segment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagChangeTest {

    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aNewFeatureIsAChangeInEveryEnvironmentWithNothingBeforeIt() {
        var changes = changes(Shop.withBasket());

        assertThat(changes).hasSize(2).allMatch(change -> change.before() == null);
        assertThat(changes).extracting(change -> change.environment().id()).containsExactly(Shop.LIVE, Shop.STAGING);
        assertThat(changes).extracting(change -> after(change).id()).containsExactly(105, 106);
        assertThat(changes).extracting(FlagChange::target).containsOnly(new Target.Everyone());
    }

    @Test
    void aChangeOfTheDefaultStandsBetweenTwoStates() {
        var history = Shop.withBasket().then(Shop.set(true, RED));
        var createdAt = History.at(9);

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.before())
                    .isEqualTo(new FeatureState(
                            105, id(105), new Setting(false, FeatureValue.of("blue")), createdAt, createdAt));
            assertThat(change.after())
                    .isEqualTo(new FeatureState(
                            105,
                            id(105),
                            new Setting(true, RED),
                            createdAt,
                            history.last().at()));
            assertThat(change.project().id()).isEqualTo(Shop.PROJECT);
            assertThat(change.feature().id()).isEqualTo(Shop.BASKET);
        });
    }

    @Test
    void theFirstOverrideForASegmentHasNothingBeforeIt() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, RED));
        var beta = new Target.OfSegment(
                new Segment(Shop.BETA, id(8), Shop.definition("beta users", null), History.at(10), History.at(10)), 0);

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(beta);
            assertThat(change.before()).isNull();
            assertThat(after(change).enabled()).isTrue();
        });
        var first = changes(history).getFirst().after();

        history.then(Shop.segmentChanged(false, RED));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(beta);
            assertThat(change.before()).isEqualTo(first);
            assertThat(after(change).enabled()).isFalse();
        });
    }

    @Test
    void theFirstOverrideForAnIdentityHasNothingBeforeIt() {
        var history = Shop.withBasket().then(Shop.overriddenForIdentity(true, RED));

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(new Target.OfIdentity(4211, "user-88"));
            assertThat(change.before()).isNull();
        });
        var first = changes(history).getFirst().after();

        history.then(Shop.identityChanged(false, RED));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(first);
            assertThat(after(change).enabled()).isFalse();
        });
    }

    @Test
    void anOverrideThatIsTakenAwayHasNothingAfterIt() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, RED));
        var last = changes(history).getFirst().after();

        history.then(new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isInstanceOf(Target.OfSegment.class);
            assertThat(change.before()).isEqualTo(last);
            assertThat(change.after()).isNull();
        });
    }

    @Test
    void aDeletedFeatureIsAChangeOfItsDefaultsAndOfNothingElse() {
        var history = Shop.withBasket()
                .then(
                        Shop.segment(),
                        Shop.overriddenForSegment(true, RED),
                        Shop.overriddenForIdentity(true, RED),
                        new FeatureDeleted(Shop.BASKET));

        assertThat(changes(history))
                .hasSize(2)
                .allMatch(change -> change.target().equals(new Target.Everyone()) && change.after() == null)
                .allMatch(change -> change.feature().name().equals("basket_v2"));
    }

    @Test
    void aDeletedSegmentIsAChangeOfEveryFlagThatWasOverriddenForIt() {
        var history = Shop.withBasket()
                .then(
                        Shop.feature(11, "checkout", 110, 111),
                        Shop.segment(),
                        Shop.overriddenForSegment(true, RED),
                        new SegmentOverrideCreated(
                                Shop.STAGING, 11, Shop.BETA, Shop.ids(140, 70), 0, new Setting(true, RED)),
                        new SegmentDeleted(Shop.BETA));

        assertThat(changes(history))
                .extracting(
                        change -> change.environment().id(),
                        change -> change.feature().id(),
                        FlagChange::after)
                .containsExactlyInAnyOrder(tuple(Shop.LIVE, Shop.BASKET, null), tuple(Shop.STAGING, 11, null));
    }

    @Test
    void aDeletedIdentityIsAChangeOfEveryFlagThatWasOverriddenForIt() {
        var history = Shop.withBasket()
                .then(Shop.overriddenForIdentity(true, RED), new IdentityDeleted(Shop.LIVE, Shop.USER_88));

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(new Target.OfIdentity(Shop.USER_88, "user-88"));
            assertThat(change.after()).isNull();
        });
    }

    /** What it was is told with the option that is gone, what it is without. */
    @Test
    void aRemovedOptionIsAChangeOfTheFlagsThatHadAShareOfIt() {
        var history = Shop.withBasket().then(Wares.optionAdded(31, "green", 10));
        assertThat(changes(history)).hasSize(2);

        history.then(new OptionRemoved(Shop.BASKET, 31));
        assertThat(changes(history)).hasSize(2).allSatisfy(change -> {
            assertThat(change.featureBefore().options()).containsOnlyKeys(31);
            assertThat(change.feature().options()).isEmpty();
            assertThat(after(change).variants()).isEmpty();
        });
    }

    static Stream<LedgerEvent> eventsThatChangeNoFlag() {
        return Stream.of(
                new UserLoggedIn(Shop.ANA),
                new ProjectChanged(Shop.PROJECT, Shop.project(true)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Production", "key-5")),
                Shop.environment(9, "Test", seed(9, Shop.BASKET, 107)),
                new FeatureChanged(Shop.BASKET, Shop.details(null, true, true)),
                Shop.segment(),
                new IdentityCreated(Shop.LIVE, 4211, "user-88"),
                new IdentityRenamed(Shop.LIVE, 4211, "user-89"),
                Shop.set(false, FeatureValue.of("blue")),
                new OwnersChanged(Shop.BASKET, List.of()),
                new EnvironmentDeleted(Shop.LIVE),
                new ProjectDeleted(Shop.PROJECT));
    }

    @ParameterizedTest
    @MethodSource("eventsThatChangeNoFlag")
    void mostEventsChangeNoFlag(LedgerEvent event) {
        assertThat(changes(Shop.withBasket().then(event))).isEmpty();
    }

    private static FeatureState after(FlagChange change) {
        return Objects.requireNonNull(change.after());
    }

    private static List<FlagChange> changes(History history) {
        return FlagChange.of(history.before(), history.last(), history.state());
    }
}
