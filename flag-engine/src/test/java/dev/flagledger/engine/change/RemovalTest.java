package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.flag.FeatureState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Removals as changes. */
class RemovalTest {

    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aRemovedOverrideHasNoStateAfter() {
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
                .then(Shop.overriddenForIdentity(true, RED), new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88));

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(new Target.OfIdentity(Shop.USER_88, "user-88"));
            assertThat(change.after()).isNull();
        });
    }

    /** The state before contains the removed option, the state after does not. */
    @Test
    void aRemovedOptionIsAChangeOfTheFlagsThatHadAShareOfIt() {
        var history = Shop.withBasket().then(Wares.optionAdded(31, "green", 10));
        assertThat(changes(history)).hasSize(2);

        history.then(new OptionRemoved(Shop.BASKET, 31));
        assertThat(changes(history)).hasSize(2).allSatisfy(change -> {
            assertThat(change.featureBefore().options()).containsOnlyKeys(31);
            assertThat(change.feature().options()).isEmpty();
            assertThat(change.after()).extracting(FeatureState::variants).isEqualTo(List.of());
        });
    }

    private static List<FlagChange> changes(History history) {
        return FlagChange.of(history.before(), history.last(), history.state());
    }
}
