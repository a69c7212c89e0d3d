package dev.flagledger.engine.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.project.Tag;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StageTest {

    private static final Duration LIMIT = Duration.ofDays(30);

    private final History history = Shop.withBasket();
    private final Instant created = history.last().at();

    @Test
    void aFeatureIsNewUntilItHasNotChangedForLong() {
        assertThat(stageAt(created)).isEqualTo(Stage.NEW);
        assertThat(stageAt(created.plus(LIMIT))).isEqualTo(Stage.NEW);
        assertThat(stageAt(created.plus(LIMIT).plusMillis(1))).isEqualTo(Stage.STALE);
    }

    @Test
    void aChangeInOneEnvironmentKeepsItFromBeingStale() {
        history.then(Shop.set(true, FeatureValue.of(7)));
        var changed = history.last().at();

        assertThat(stageAt(changed.plus(LIMIT))).isEqualTo(Stage.NEW);
        assertThat(stageAt(changed.plus(LIMIT).plusMillis(1))).isEqualTo(Stage.STALE);
    }

    @Test
    void removingAnOverrideCountsAsAChange() {
        history.then(
                Shop.segment(),
                Shop.overriddenForSegment(true, FeatureValue.NONE),
                new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA));

        assertThat(stageAt(history.last().at().plus(LIMIT))).isEqualTo(Stage.NEW);
    }

    @Test
    void aNewEnvironmentIsNoChange() {
        history.then(Shop.environment(9, "Later", Shop.seed(9, Shop.BASKET, 109)));

        assertThat(stageAt(history.last().at().plus(LIMIT))).isEqualTo(Stage.STALE);
    }

    @Test
    void aFeatureWithAPermanentTagIsNeverStale() {
        history.then(
                new TagCreated(Shop.PROJECT, tag(false)),
                new FeatureChanged(Shop.BASKET, new FeatureDetails(null, false, false, List.of(91), List.of())));
        assertThat(stageAt(created.plus(LIMIT).plusMillis(1))).isEqualTo(Stage.STALE);

        history.then(new TagChanged(Shop.PROJECT, tag(true)));
        assertThat(stageAt(created.plus(LIMIT).plusMillis(1))).isEqualTo(Stage.PERMANENT);
        assertThat(stageAt(created)).isEqualTo(Stage.PERMANENT);
    }

    private Stage stageAt(Instant now) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return Stage.of(project, project.feature(Shop.BASKET), now);
    }

    private static Tag tag(boolean permanent) {
        return new Tag(91, new UUID(0, 91), "stays", "#000000", null, permanent);
    }
}
