package dev.flagledger.command.flag;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
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
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.version.VersionCommand.DiscardDraft;
import dev.flagledger.api.version.VersionCommand.DraftVersion;
import dev.flagledger.api.version.VersionCommand.EditDraft;
import dev.flagledger.api.version.VersionCommand.PublishChanges;
import dev.flagledger.api.version.VersionCommand.PublishDraft;
import dev.flagledger.api.version.VersionCommand.PublishOverrides;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Versions of a flag that started off and "blue". */
class VersionTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final int BETA = 8;
    private static final int STAFF = 9;
    private static final Map<Integer, String> NAMES = Map.of(BETA, "beta", STAFF, "staff");
    private static final UUID ONE = new UUID(1, 1);
    private static final FlagId FLAG = new FlagId(4, 5);
    private static final InitialState SEED =
            new InitialState(4, 5, 105, new UUID(0, 105), new Setting(false, BLUE), List.of());

    private static final VersionChanges ON = new VersionChanges(SettingChange.toggle(true), OverrideChanges.NONE);
    private static final VersionChanges RECOLOURED =
            new VersionChanges(new SettingChange(null, RED, null), OverrideChanges.NONE);
    private static final VersionChanges NEW_BETA = overrides(new Upsert(BETA, SettingChange.toggle(true), start(120)));
    private static final VersionChanges BETA_OFF = overrides(new Upsert(BETA, SettingChange.toggle(false), null));
    private static final LedgerEvent DRAFTED = new VersionDrafted(4, 5, ONE, "autumn", ON);
    private static final LedgerEvent PUBLISHED = new VersionPublished(4, 5, ONE, "autumn");

    private final FixtureConfiguration<FlagAggregate> fixture = FlagFixture.of(SEED);

    @Test
    void aDraftChangesNothing() {
        fixture.givenNoPriorActivity()
                .when(new DraftVersion(FLAG, ONE, "autumn", ON, NAMES))
                .expectEvents(DRAFTED);
    }

    @Test
    void aPublicationIsRecordedAsFlagEvents() {
        var changes = new VersionChanges(
                SettingChange.toggle(true),
                new OverrideChanges(
                        List.of(
                                new Upsert(STAFF, SettingChange.toggle(true), start(130)),
                                new Upsert(BETA, SettingChange.toggle(false), null)),
                        List.of(BETA, 77),
                        Map.of(STAFF, 0, BETA, 1)));

        fixture.given(created(BETA, 120))
                .when(new PublishChanges(FLAG, ONE, null, changes, NAMES))
                .expectEvents(
                        set(true, BLUE),
                        created(STAFF, 130),
                        new SegmentOverrideUpdated(4, 5, 120, BETA, new SettingChange(false, RED, null)),
                        new SegmentOverrideRemoved(4, 5, BETA),
                        SegmentsOrdered.of(4, 5, Map.of(STAFF, 0)),
                        new VersionPublished(4, 5, ONE, null));
    }

    /** As in Flagsmith, a publication without effect is a version too. */
    @Test
    void aVersionMayChangeNothing() {
        fixture.given(set(true, BLUE))
                .when(new PublishChanges(FLAG, ONE, "autumn", ON, NAMES))
                .expectEvents(PUBLISHED);
    }

    @Test
    void aDraftIsPublishedWithAllItsEdits() {
        fixture.given(DRAFTED, new VersionEdited(4, 5, ONE, NEW_BETA), new VersionEdited(4, 5, ONE, BETA_OFF))
                .when(new PublishDraft(FLAG, ONE, NAMES))
                .expectEvents(
                        set(true, BLUE),
                        created(BETA, 120),
                        new SegmentOverrideUpdated(4, 5, 120, BETA, new SettingChange(false, RED, null)),
                        PUBLISHED);
    }

    @Test
    void concurrentPublicationsAreKept() {
        fixture.given(DRAFTED, set(false, RED), new VersionPublished(4, 5, new UUID(2, 2), null))
                .when(new PublishDraft(FLAG, ONE, NAMES))
                .expectEvents(set(true, RED), PUBLISHED);
    }

    @Test
    void aDraftsChangesForDeletedSegmentsAreSkipped() {
        fixture.given(new VersionDrafted(4, 5, ONE, "autumn", ON), new VersionEdited(4, 5, ONE, NEW_BETA))
                .when(new PublishDraft(FLAG, ONE, Map.of(STAFF, "staff")))
                .expectEvents(set(true, BLUE), PUBLISHED);
    }

    @Test
    void aDraftWithoutEffectIsPublishedAllTheSame() {
        fixture.given(DRAFTED, set(true, BLUE))
                .when(new PublishDraft(FLAG, ONE, NAMES))
                .expectEvents(PUBLISHED);
    }

    @Test
    void publishingTwiceIsNoChange() {
        fixture.given(DRAFTED, set(true, BLUE), PUBLISHED)
                .when(new PublishDraft(FLAG, ONE, NAMES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void conflictsAreRejected() {
        var problem = new Rejection.Conflict("beta", true).toString();
        fixture.given(created(BETA, 110))
                .when(new DraftVersion(FLAG, ONE, null, NEW_BETA, NAMES))
                .expectExceptionMessage(problem);
        fixture.given(new VersionDrafted(4, 5, ONE, null, NEW_BETA), created(BETA, 110))
                .when(new PublishDraft(FLAG, ONE, NAMES))
                .expectExceptionMessage(problem)
                .expectNoEvents();
        fixture.given(new VersionDrafted(4, 5, ONE, null, NEW_BETA))
                .when(new EditDraft(FLAG, ONE, NEW_BETA, NAMES))
                .expectExceptionMessage(problem);
        fixture.givenNoPriorActivity()
                .when(new PublishChanges(FLAG, ONE, null, BETA_OFF, NAMES))
                .expectExceptionMessage(new Rejection.Conflict("beta", false).toString())
                .expectNoEvents();
    }

    @Test
    void aDraftIsEditedAndDiscarded() {
        fixture.given(DRAFTED)
                .when(new EditDraft(FLAG, ONE, RECOLOURED, NAMES))
                .expectEvents(new VersionEdited(4, 5, ONE, RECOLOURED));
        fixture.given(DRAFTED)
                .when(new EditDraft(FLAG, ONE, VersionChanges.NONE, NAMES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        var discarded = new VersionDiscarded(4, 5, ONE);
        fixture.given(DRAFTED).when(new DiscardDraft(FLAG, ONE)).expectEvents(discarded);
        fixture.given(DRAFTED, discarded)
                .when(new PublishDraft(FLAG, ONE, NAMES))
                .expectExceptionMessage(new Rejection.Missing("EnvironmentFeatureVersion").toString());
    }

    @Test
    void commandsOnAMissingVersionAreRejected() {
        var missing = new Rejection.Missing("EnvironmentFeatureVersion").toString();
        var other = new UUID(2, 2);

        fixture.given(DRAFTED)
                .when(new EditDraft(FLAG, other, RECOLOURED, NAMES))
                .expectExceptionMessage(missing);
        fixture.given(DRAFTED).when(new DiscardDraft(FLAG, other)).expectExceptionMessage(missing);
        fixture.given(DRAFTED).when(new PublishDraft(FLAG, other, NAMES)).expectExceptionMessage(missing);
    }

    @Test
    void aConflictNamesTheSegment() {
        fixture.givenNoPriorActivity()
                .when(new DraftVersion(FLAG, ONE, null, BETA_OFF, Map.of()))
                .expectExceptionMessage(new Rejection.Conflict("8", false).toString());
    }

    @Test
    void aPublishedVersionCannotChange() {
        fixture.given(DRAFTED, PUBLISHED)
                .when(new EditDraft(FLAG, ONE, RECOLOURED, NAMES))
                .expectExceptionMessage(new Rejection.Unfit(Cause.PUBLISHED).toString());
        fixture.given(DRAFTED, PUBLISHED)
                .when(new DiscardDraft(FLAG, ONE))
                .expectExceptionMessage(new Rejection.Unfit(Cause.LIVE).toString());
    }

    @Test
    void anUpdateIsAVersionOfItsOwn() {
        fixture.givenNoPriorActivity()
                .when(new PublishUpdate(new UpdateFlag(FLAG, SettingChange.toggle(true), NEW_BETA.overrides()), ONE))
                .expectEvents(set(true, BLUE), created(BETA, 120), new VersionPublished(4, 5, ONE, null));
        fixture.given(created(BETA, 120))
                .when(new PublishOverrides(
                        new UpdateOverrides(FLAG, new OverrideChanges(List.of(), List.of(BETA), Map.of())), ONE))
                .expectEvents(new SegmentOverrideRemoved(4, 5, BETA), new VersionPublished(4, 5, ONE, null));
    }

    private static VersionChanges overrides(Upsert override) {
        return new VersionChanges(null, new OverrideChanges(List.of(override), List.of(), Map.of()));
    }

    private static FeatureStateUpdated set(boolean enabled, FeatureValue value) {
        return new FeatureStateUpdated(4, 5, 105, new SettingChange(enabled, value, null));
    }

    private static Start start(int stateId) {
        return new Start(ids(stateId), new Setting(true, RED));
    }

    private static OverrideIds ids(int stateId) {
        return new OverrideIds(stateId, new UUID(0, stateId), stateId + 50, new UUID(0, stateId + 50));
    }

    private static SegmentOverrideCreated created(int segmentId, int stateId) {
        return new SegmentOverrideCreated(4, 5, segmentId, ids(stateId), null, new Setting(true, RED));
    }
}
