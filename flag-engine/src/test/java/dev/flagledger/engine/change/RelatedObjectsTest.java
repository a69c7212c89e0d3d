package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import org.junit.jupiter.api.Test;

class RelatedObjectsTest {

    private final History history = Shop.withBasket().then(Shop.segment());

    @Test
    void anOverrideIsRelatedToItsTarget() {
        assertThat(RelatedObjects.of(history.state(), Shop.overriddenForSegment(Shop.BETA, 0)))
                .containsExactly("segment:" + Shop.BETA);
        assertThat(RelatedObjects.of(history.state(), Shop.overriddenForIdentity(true, FeatureValue.of("x"))))
                .containsExactly("feature:" + Shop.BASKET);
    }

    @Test
    void aSpecificSegmentIsRelatedToItsFeature() {
        var own = history.then(Shop.segment(80, "own", Shop.BASKET));

        assertThat(RelatedObjects.of(own.before(), own.last().event())).containsExactly("feature:" + Shop.BASKET);
        assertThat(RelatedObjects.of(own.state(), new SegmentDeleted(80))).containsExactly("feature:" + Shop.BASKET);
        assertThat(RelatedObjects.of(own.state(), new SegmentDeleted(Shop.BETA)))
                .isEmpty();
    }
}
