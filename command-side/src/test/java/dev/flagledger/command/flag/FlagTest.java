package dev.flagledger.command.flag;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.OverrideIds;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.StateSeed;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A flag that started off and "blue". */
class FlagTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final StateSeed SEED = new StateSeed(4, 5, 105, new UUID(0, 105), false, BLUE);

    private static final int BETA = 8;
    private static final int STAFF = 9;
    private static final OverrideIds IDS = new OverrideIds(120, new UUID(0, 120), 61, new UUID(0, 61));
    private static final OverrideIds OTHER_IDS = new OverrideIds(121, new UUID(0, 121), 62, new UUID(0, 62));

    private final FixtureConfiguration<Flag> fixture = new AggregateTestFixture<>(Flag.class);

    @Test
    void switchingItOnLeavesItsValueAlone() {
        fixture.givenNoPriorActivity().when(new ToggleFeature(SEED, true)).expectEvents(set(true, BLUE));
        fixture.given(set(false, RED)).when(new ToggleFeature(SEED, true)).expectEvents(set(true, RED));
    }

    @Test
    void switchingItToWhatItIsIsNoChange() {
        fixture.givenNoPriorActivity()
                .when(new ToggleFeature(SEED, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(set(true, BLUE))
                .when(new ToggleFeature(SEED, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void itIsSwitchedBack() {
        fixture.given(set(true, BLUE)).when(new ToggleFeature(SEED, false)).expectEvents(set(false, BLUE));
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        fixture.givenNoPriorActivity()
                .when(new UpdateFeatureState(SEED, null, RED))
                .expectEvents(set(false, RED));
        fixture.given(set(true, RED))
                .when(new UpdateFeatureState(SEED, false, null))
                .expectEvents(set(false, RED));
        fixture.given(set(true, RED))
                .when(new UpdateFeatureState(SEED, null, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void bothChangeInOneEvent() {
        fixture.givenNoPriorActivity()
                .when(new UpdateFeatureState(SEED, true, FeatureValue.of(7)))
                .expectEvents(set(true, FeatureValue.of(7)));
    }

    @Test
    void itsValueCanBeTakenAway() {
        fixture.givenNoPriorActivity()
                .when(new UpdateFeatureState(SEED, null, FeatureValue.NONE))
                .expectEvents(set(false, FeatureValue.NONE));
    }

    @Test
    void aNumberIsNotTheTextThatLooksLikeIt() {
        fixture.given(set(true, FeatureValue.of(7)))
                .when(new UpdateFeatureState(SEED, null, FeatureValue.of("7")))
                .expectEvents(set(true, FeatureValue.of("7")));
    }

    @Test
    void theSameStateAgainIsNoChange() {
        fixture.givenNoPriorActivity()
                .when(new UpdateFeatureState(SEED, false, BLUE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(set(true, RED))
                .when(new UpdateFeatureState(SEED, true, RED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void segmentsGetStatesOfTheirOwnOneBelowTheOther() {
        fixture.givenNoPriorActivity()
                .when(new OverrideForSegment(SEED, BETA, IDS, false, BLUE))
                .expectEvents(new SegmentOverrideCreated(
                        4, 5, 120, new UUID(0, 120), BETA, 61, new UUID(0, 61), 0, false, BLUE));
        fixture.given(set(true, RED), created(true, RED))
                .when(new OverrideForSegment(SEED, STAFF, OTHER_IDS, true, BLUE))
                .expectEvents(new SegmentOverrideCreated(
                        4, 5, 121, new UUID(0, 121), STAFF, 62, new UUID(0, 62), 1, true, BLUE));
    }

    @Test
    void anOverrideKeepsItsIdsWhenItChanges() {
        fixture.given(created(true, RED))
                .when(new OverrideForSegment(SEED, BETA, OTHER_IDS, true, BLUE))
                .expectEvents(new SegmentOverrideUpdated(4, 5, 120, BETA, true, BLUE));
    }

    @Test
    void theSameOverrideAgainIsNoChange() {
        fixture.given(created(true, RED))
                .when(new OverrideForSegment(SEED, BETA, OTHER_IDS, true, RED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(created(true, RED), new SegmentOverrideUpdated(4, 5, 120, BETA, false, RED))
                .when(new OverrideForSegment(SEED, BETA, IDS, false, RED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOverrideDoesNotTouchTheDefault() {
        fixture.given(created(true, RED))
                .when(new ToggleFeature(SEED, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(created(true, RED)).when(new ToggleFeature(SEED, true)).expectEvents(set(true, BLUE));
    }

    private static FeatureStateUpdated set(boolean enabled, FeatureValue value) {
        return new FeatureStateUpdated(4, 5, 105, enabled, value);
    }

    private static SegmentOverrideCreated created(boolean enabled, FeatureValue value) {
        return new SegmentOverrideCreated(4, 5, 120, new UUID(0, 120), BETA, 61, new UUID(0, 61), 0, enabled, value);
    }
}
