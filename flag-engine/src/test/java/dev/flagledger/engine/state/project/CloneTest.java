package dev.flagledger.engine.state.project;

import static dev.flagledger.engine.Shop.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A copy of the live environment. */
class CloneTest {

    private static final Setting RED =
            new Setting(true, FeatureValue.of("red"), List.of(new Variant(3031, 31, 10), new Variant(3032, 32, 20)));
    private static final InitialState SEED = new InitialState(
            9,
            Shop.BASKET,
            107,
            id(107),
            RED,
            List.of(
                    new SegmentSeed(Shop.BETA, Shop.ids(121, 62), 0, RED),
                    new SegmentSeed(21, Shop.ids(122, 63), 1, RED)));
    private static final LedgerEvent CLONED =
            new EnvironmentCloned(9, id(9), Shop.PROJECT, Shop.LIVE, Shop.settings("Copy", "key-9"), List.of(SEED));

    private final History history = Shop.withBasket()
            .then(
                    Wares.optionAdded(31, "green", 10),
                    Wares.optionAdded(32, "yellow", 20),
                    Shop.segment(),
                    Shop.segment(21, "others", null));

    @Test
    void itHasStatesAndOverridesOfItsOwn() {
        history.then(CLONED);
        var at = history.last().at();

        assertThat(copy().environmentDefault()).isEqualTo(new FeatureState(107, id(107), RED, at, at, 105));
        assertThat(copy().segment(Shop.BETA))
                .isEqualTo(new SegmentOverride(Shop.BETA, 62, id(62), 0, new FeatureState(121, id(121), RED, at, at)));
        assertThat(copy().order().inOrder())
                .extracting(SegmentOverride::segmentId)
                .containsExactly(Shop.BETA, 21);
        assertThat(copy().identities()).isEmpty();
        assertThat(copy().seed()).isEqualTo(SEED);
    }

    @Test
    void identitiesStayInTheirVariantsWhereverTheyAreCopiedTo() {
        history.then(Shop.overriddenForSegment(true, FeatureValue.of("green")), CLONED);
        assertThat(copy().segment(Shop.BETA).state())
                .extracting(state -> state.lineage())
                .isEqualTo(120);
        assertThat(copy().segment(21).state())
                .extracting(state -> state.lineage())
                .isEqualTo(122);

        var again = new InitialState(10, Shop.BASKET, 108, id(108), RED, List.of());
        history.then(
                new EnvironmentCloned(10, id(10), Shop.PROJECT, 9, Shop.settings("Another", "key-10"), List.of(again)));
        var second = history.state().environment(10).orElseThrow().flag(Shop.BASKET);
        assertThat(second.environmentDefault().id()).isEqualTo(108);
        assertThat(second.environmentDefault().lineage()).isEqualTo(105);
    }

    @Test
    void aCopyIsFoundByItsKeyAndChangesIndependently() {
        history.then(CLONED);
        var copied = copy();
        history.then(Shop.set(false, FeatureValue.of(7)));

        assertThat(history.state().environmentOfKey("key-9").map(Environment::id))
                .contains(9);
        assertThat(copy()).isSameAs(copied);
    }

    /** The objects were deleted concurrently with the copy. */
    @Test
    void deletedObjectsAreNotCopied() {
        history.then(new OptionRemoved(Shop.BASKET, 31), new SegmentDeleted(21), CLONED);

        assertThat(copy().environmentDefault().variants()).containsExactly(new Variant(3032, 32, 20));
        assertThat(copy().segments()).containsOnlyKeys(Shop.BETA);
        assertThat(copy().order().withState())
                .allSatisfy(override -> assertThat(
                                Objects.requireNonNull(override.state()).variants())
                        .containsExactly(new Variant(3032, 32, 20)));
    }

    private Flag copy() {
        return history.state().environment(9).orElseThrow().flag(Shop.BASKET);
    }
}
