package dev.flagledger.query.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssociatedFeatureTest {

    private final History history = Shop.withBasket()
            .then(Shop.feature(20, "search", 205, 206), Shop.segment(), Shop.segment(21, "others", null));

    @Test
    void overridesForASegmentAreFoundInEveryEnvironment() {
        override(Shop.STAGING, 20, Shop.BETA, 320);
        override(Shop.LIVE, Shop.BASKET, Shop.BETA, 310);
        override(Shop.LIVE, Shop.BASKET, 21, 300);

        assertThat(of(Shop.BETA))
                .containsExactly(
                        new AssociatedFeature(310, Shop.BASKET, Shop.LIVE),
                        new AssociatedFeature(320, 20, Shop.STAGING));
    }

    @Test
    void aFeatureSegmentWithoutAStateIsNoOverride() {
        history.then(Shop.placed(Shop.BETA, 0));

        assertThat(of(Shop.BETA)).isEmpty();
    }

    private void override(int environment, int feature, int segment, int state) {
        history.then(new SegmentOverrideCreated(
                environment, feature, segment, Shop.ids(state, state + 1), 0, new Setting(true, FeatureValue.NONE)));
    }

    private List<AssociatedFeature> of(int segment) {
        return AssociatedFeature.of(history.state().project(Shop.PROJECT).orElseThrow(), segment);
    }
}
