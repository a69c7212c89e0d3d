package dev.flagledger.engine.state.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentFoldTest {

    private final History history = Shop.withBasket().then(Shop.segment());

    @Test
    void aChangedSegmentKeepsItsCreationTimeAndHasTheNextVersion() {
        var created = history.last().at();
        var renamed = Shop.definition("testers", null);
        history.then(new SegmentChanged(Shop.BETA, renamed));

        assertThat(project().segment(Shop.BETA))
                .isEqualTo(new Segment(
                        Shop.BETA,
                        Shop.id(Shop.BETA),
                        renamed,
                        created,
                        history.last().at(),
                        2));
    }

    @Test
    void everyChangeUpdatesAllEnvironments() {
        for (var event : List.of(
                Shop.segment(30, "others", null),
                new SegmentChanged(Shop.BETA, Shop.definition("testers", null)),
                new SegmentDeleted(Shop.BETA))) {
            history.then(event);
            assertThat(project().environments().values())
                    .extracting(Environment::updatedAt)
                    .containsOnly(history.last().at());
        }
    }

    /** It could not be used or found any more. */
    @Test
    void segmentsLimitedToADeletedFeatureAreDropped() {
        history.then(
                Shop.overriddenForSegment(true, FeatureValue.NONE),
                Shop.feature(20, "search", 205, 206),
                new FeatureDeleted(20),
                Shop.segment(30, "searchers", 20),
                new SegmentChanged(Shop.BETA, Shop.definition("searchers", 20)));

        assertThat(project().segments()).isEmpty();
        assertThat(project().environment(Shop.LIVE).flag(Shop.BASKET).segments())
                .isEmpty();
    }

    @Test
    void eventsAboutADeletedSegmentUpdateNothing() {
        history.then(new SegmentDeleted(Shop.BETA));
        var after = project();

        history.then(new SegmentChanged(Shop.BETA, Shop.definition("testers", null)), new SegmentDeleted(Shop.BETA));
        assertThat(project()).isSameAs(after);
    }

    private Project project() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }
}
