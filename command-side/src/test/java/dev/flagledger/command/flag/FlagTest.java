package dev.flagledger.command.flag;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A flag that started off and "blue". */
class FlagTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final FlagId FLAG = new FlagId(4, 5);
    private static final InitialState SEED =
            new InitialState(4, 5, 105, new UUID(0, 105), new Setting(false, BLUE), List.of());

    private static final int BETA = 8;
    private static final OverrideIds IDS = new OverrideIds(120, new UUID(0, 120), 61, new UUID(0, 61));
    private static final OverrideIds OTHER_IDS = new OverrideIds(121, new UUID(0, 121), 62, new UUID(0, 62));

    /** The flag in a cloned environment, with a segment override. */
    private static final InitialState COPIED = new InitialState(
            4,
            5,
            105,
            new UUID(0, 105),
            new Setting(false, BLUE),
            List.of(new SegmentSeed(BETA, IDS, 0, new Setting(true, RED))));

    private final FixtureConfiguration<FlagAggregate> fixture = FlagFixture.of(SEED);
    private final FixtureConfiguration<FlagAggregate> copied = FlagFixture.of(COPIED);

    @Test
    void switchingItOnLeavesItsValueAlone() {
        fixture.givenNoPriorActivity().when(new ToggleFeature(FLAG, true)).expectEvents(set(true, BLUE));
        fixture.given(set(false, RED)).when(new ToggleFeature(FLAG, true)).expectEvents(set(true, RED));
    }

    @Test
    void switchingItToItsCurrentStateIsNoChange() {
        fixture.givenNoPriorActivity()
                .when(new ToggleFeature(FLAG, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(set(true, BLUE))
                .when(new ToggleFeature(FLAG, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void itIsSwitchedBack() {
        fixture.given(set(true, BLUE)).when(new ToggleFeature(FLAG, false)).expectEvents(set(false, BLUE));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        fixture.givenNoPriorActivity().when(update(null, RED)).expectEvents(set(false, RED));
        fixture.given(set(true, RED)).when(update(false, null)).expectEvents(set(false, RED));
        fixture.given(set(true, RED))
                .when(update(null, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void bothChangeInOneEvent() {
        fixture.givenNoPriorActivity()
                .when(update(true, FeatureValue.of(7)))
                .expectEvents(set(true, FeatureValue.of(7)));
    }

    @Test
    void itsValueCanBeRemoved() {
        fixture.givenNoPriorActivity()
                .when(update(null, FeatureValue.NONE))
                .expectEvents(set(false, FeatureValue.NONE));
    }

    @Test
    void aNumberDiffersFromTheSameDigitsAsText() {
        fixture.given(set(true, FeatureValue.of(7)))
                .when(update(null, FeatureValue.of("7")))
                .expectEvents(set(true, FeatureValue.of("7")));
    }

    @Test
    void theSameStateAgainIsNoChange() {
        fixture.givenNoPriorActivity()
                .when(update(false, BLUE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(set(true, RED))
                .when(update(true, RED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** Variants also change with the feature's options, so an event without variants keeps them. */
    @Test
    void variantsAreRecordedOnlyIfSet() {
        var shares = List.of(new Variant(70, 8, 25));
        var set = new FeatureStateUpdated(4, 5, 105, new SettingChange(false, BLUE, shares));

        fixture.givenNoPriorActivity()
                .when(new UpdateFeatureState(FLAG, new SettingChange(null, null, shares)))
                .expectEvents(set);
        fixture.given(set).when(new ToggleFeature(FLAG, true)).expectEvents(set(true, BLUE));
    }

    @Test
    void aSegmentIsOverriddenOnce() {
        fixture.givenNoPriorActivity()
                .when(new OverrideForSegment(FLAG, BETA, IDS, 3, new Setting(true, RED)))
                .expectEvents(new SegmentOverrideCreated(4, 5, BETA, IDS, 3, new Setting(true, RED)));
        fixture.given(created(true, RED))
                .when(new OverrideForSegment(FLAG, BETA, OTHER_IDS, 0, new Setting(true, BLUE)))
                .expectExceptionMessage(new Rejection.Overridden().toString());
        copied.givenNoPriorActivity()
                .when(new OverrideForSegment(FLAG, BETA, OTHER_IDS, 0, new Setting(true, BLUE)))
                .expectExceptionMessage(new Rejection.Overridden().toString());
    }

    @Test
    void aSegmentThatHasAPlaceKeepsItsIds() {
        var placed = new SegmentPlaced(4, 5, BETA, 61, new UUID(0, 61), 0);

        fixture.givenNoPriorActivity()
                .when(new PlaceSegment(FLAG, BETA, 61, new UUID(0, 61), 0))
                .expectEvents(placed);
        fixture.given(placed)
                .when(new PlaceSegment(FLAG, BETA, 62, new UUID(0, 62), 1))
                .expectExceptionMessage(new Rejection.Overridden().toString());
        fixture.given(placed)
                .when(new OverrideForSegment(FLAG, BETA, OTHER_IDS, 0, new Setting(true, RED)))
                .expectEvents(new SegmentOverrideCreated(
                        4,
                        5,
                        BETA,
                        new OverrideIds(121, new UUID(0, 121), 61, new UUID(0, 61)),
                        0,
                        new Setting(true, RED)));
    }

    @Test
    void anOverrideKeepsItsIdsWhenItChanges() {
        fixture.given(created(true, RED))
                .when(new UpdateSegmentOverride(FLAG, BETA, new SettingChange(null, BLUE, null)))
                .expectEvents(updated(true, BLUE));
        copied.givenNoPriorActivity()
                .when(new UpdateSegmentOverride(FLAG, BETA, new SettingChange(null, BLUE, null)))
                .expectEvents(updated(true, BLUE));
    }

    @Test
    void anOverrideThatIsNotThereCannotChange() {
        var missing = new Rejection.Missing("FeatureState").toString();
        var change = SettingChange.toggle(true);

        fixture.givenNoPriorActivity()
                .when(new UpdateSegmentOverride(FLAG, BETA, change))
                .expectExceptionMessage(missing);
        fixture.given(new SegmentPlaced(4, 5, BETA, 61, new UUID(0, 61), 0))
                .when(new UpdateSegmentOverride(FLAG, BETA, change))
                .expectExceptionMessage(missing);
        copied.given(new SegmentOverrideRemoved(4, 5, BETA))
                .when(new UpdateSegmentOverride(FLAG, BETA, change))
                .expectExceptionMessage(missing);
    }

    @Test
    void theSameOverrideAgainIsNoChange() {
        fixture.given(created(true, RED))
                .when(new UpdateSegmentOverride(FLAG, BETA, new SettingChange(true, RED, null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(created(true, RED), updated(false, RED))
                .when(new UpdateSegmentOverride(FLAG, BETA, SettingChange.toggle(false)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOverrideIsRemovedOnce() {
        var removed = new SegmentOverrideRemoved(4, 5, BETA);

        fixture.given(created(true, RED))
                .when(new RemoveSegmentOverride(FLAG, BETA))
                .expectEvents(removed);
        copied.givenNoPriorActivity()
                .when(new RemoveSegmentOverride(FLAG, BETA))
                .expectEvents(removed);
        fixture.given(created(true, RED), removed)
                .when(new RemoveSegmentOverride(FLAG, BETA))
                .expectExceptionMessage(new Rejection.Missing("FeatureSegment").toString());
    }

    @Test
    void segmentsAreReordered() {
        fixture.given(created(true, RED))
                .when(new OrderSegments(FLAG, Map.of(BETA, 2)))
                .expectEvents(SegmentsOrdered.of(4, 5, Map.of(BETA, 2)));
        fixture.given(created(true, RED))
                .when(new OrderSegments(FLAG, Map.of(BETA, 2, 9, 0)))
                .expectExceptionMessage(new Rejection.Missing("FeatureSegment").toString());
    }

    @Test
    void anOverrideDoesNotTouchTheDefault() {
        fixture.given(created(true, RED))
                .when(new ToggleFeature(FLAG, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(created(true, RED)).when(new ToggleFeature(FLAG, true)).expectEvents(set(true, BLUE));
    }

    private static UpdateFeatureState update(@Nullable Boolean enabled, @Nullable FeatureValue value) {
        return new UpdateFeatureState(FLAG, new SettingChange(enabled, value, null));
    }

    private static FeatureStateUpdated set(boolean enabled, FeatureValue value) {
        return new FeatureStateUpdated(4, 5, 105, new SettingChange(enabled, value, null));
    }

    private static SegmentOverrideCreated created(boolean enabled, FeatureValue value) {
        return new SegmentOverrideCreated(4, 5, BETA, IDS, 0, new Setting(enabled, value));
    }

    private static SegmentOverrideUpdated updated(boolean enabled, FeatureValue value) {
        return new SegmentOverrideUpdated(4, 5, 120, BETA, new SettingChange(enabled, value, null));
    }
}
