package dev.flagledger.command.flag;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Several changes of a flag at once: all of them or none. */
class FlagUpdateTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final int BETA = 8;
    private static final int STAFF = 9;
    private static final FlagId FLAG = new FlagId(4, 5);
    private static final InitialState SEED =
            new InitialState(4, 5, 105, new UUID(0, 105), new Setting(false, BLUE), List.of());
    private static final SettingChange ON = SettingChange.toggle(true);

    private final FixtureConfiguration<FlagAggregate> fixture = FlagFixture.of(SEED);

    @Test
    void oneUpdateIsRecordedAsSeveralEvents() {
        var changes = new OverrideChanges(List.of(new Upsert(STAFF, ON, start(130))), List.of(BETA), Map.of(STAFF, 0));

        fixture.given(created(BETA, 120))
                .when(new UpdateFlag(FLAG, ON, changes))
                .expectEvents(
                        new FeatureStateUpdated(4, 5, 105, new SettingChange(true, BLUE, null)),
                        new SegmentOverrideRemoved(4, 5, BETA),
                        created(STAFF, 130),
                        SegmentsOrdered.of(4, 5, Map.of(STAFF, 0)));
    }

    @Test
    void anOverrideCreatedConcurrentlyIsChanged() {
        var change = new SettingChange(true, BLUE, null);

        fixture.given(created(BETA, 120))
                .when(new UpdateOverrides(FLAG, changed(new Upsert(BETA, change, start(130)))))
                .expectEvents(new SegmentOverrideUpdated(4, 5, 120, BETA, change));
    }

    @Test
    void anUpdateOfAMissingOverrideIsRejectedAsAWhole() {
        fixture.givenNoPriorActivity()
                .when(new UpdateFlag(FLAG, ON, changed(new Upsert(BETA, ON, null))))
                .expectExceptionMessage(new Rejection.Missing("FeatureState").toString())
                .expectNoEvents();
    }

    @Test
    void removingAMissingOverrideIsNoChange() {
        fixture.givenNoPriorActivity()
                .when(new UpdateOverrides(FLAG, new OverrideChanges(List.of(), List.of(BETA), Map.of())))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aRemovedOverrideCannotBeOrdered() {
        fixture.given(created(BETA, 120))
                .when(new UpdateOverrides(FLAG, new OverrideChanges(List.of(), List.of(BETA), Map.of(BETA, 0))))
                .expectExceptionMessage(new Rejection.Missing("FeatureSegment").toString())
                .expectNoEvents();
    }

    @Test
    void aNewOverrideTakesThePlaceThatItsSegmentHas() {
        var placed = new SegmentPlaced(4, 5, BETA, 77, new UUID(0, 77), 0);

        fixture.given(placed)
                .when(new UpdateOverrides(FLAG, changed(new Upsert(BETA, ON, start(130)))))
                .expectEvents(new SegmentOverrideCreated(
                        4,
                        5,
                        BETA,
                        new OverrideIds(130, new UUID(0, 130), 77, new UUID(0, 77)),
                        null,
                        new Setting(true, RED)));
    }

    @Test
    void anUpdateWithoutEffectIsNoChange() {
        fixture.given(created(BETA, 120))
                .when(new UpdateFlag(
                        FLAG,
                        SettingChange.toggle(false),
                        changed(new Upsert(BETA, new SettingChange(true, RED, null), null))))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static OverrideChanges changed(Upsert override) {
        return new OverrideChanges(List.of(override), List.of(), Map.of());
    }

    private static Start start(int stateId) {
        return new Start(ids(stateId), new Setting(true, RED));
    }

    private static SegmentOverrideCreated created(int segmentId, int stateId) {
        return new SegmentOverrideCreated(4, 5, segmentId, ids(stateId), null, new Setting(true, RED));
    }

    private static OverrideIds ids(int stateId) {
        return new OverrideIds(stateId, new UUID(0, stateId), stateId + 1, new UUID(0, stateId + 1));
    }
}
