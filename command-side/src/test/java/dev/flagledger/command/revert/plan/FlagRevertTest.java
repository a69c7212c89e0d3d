package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.flag.Decided;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Segment overrides that come, go and move. */
class FlagRevertTest {

    private static final FlagId ID = new FlagId(5, 7);
    private static final Set<Integer> SEGMENTS = Set.of(0, 1, 2, 3, 4);
    private static final FormerShares NO_OPTIONS = new FormerShares(Set.of(), Set.of(), false);
    private static final Instant AT = Instant.EPOCH;

    private static final Flag NEW =
            Flag.of(new InitialState(5, 7, 9, new UUID(0, 9), new Setting(false, FeatureValue.NONE), List.of()), AT);

    @Property
    void allPrioritiesAndStatesAreAsTheyWere(
            @ForAll @Size(max = 12) List<@IntRange(max = 99_999) Integer> before,
            @ForAll @Size(max = 12) List<@IntRange(max = 99_999) Integer> since) {
        var then = played(NEW, before);
        var now = played(then, since);

        var back = carried(now, new FlagRevert(then, now, SEGMENTS, NO_OPTIONS));

        assertThat(overrides(back)).isEqualTo(overrides(then));
        assertThat(back.environmentDefault().setting())
                .isEqualTo(then.environmentDefault().setting());
        assertThat(new FlagRevert(then, back, SEGMENTS, NO_OPTIONS).commands()).isEmpty();
    }

    @Property
    void overridesForDeletedSegmentsStayAway(
            @ForAll @Size(max = 12) List<@IntRange(max = 99_999) Integer> before,
            @ForAll @Size(max = 12) List<@IntRange(max = 99_999) Integer> since) {
        var then = played(NEW, before);
        var now = played(then, since).withoutSegment(2).withoutSegment(3);
        var left = Set.of(0, 1, 4);

        var back = carried(now, new FlagRevert(then, now, left, NO_OPTIONS));

        assertThat(overrides(back)).isEqualTo(overrides(then.retaining(left, Set.of())));
    }

    private static Flag carried(Flag flag, FlagRevert revert) {
        for (var command : revert.commands()) {
            flag = after(flag, (FlagCommand) command);
        }
        return flag;
    }

    /** Each number is a move: what to do, with which segment, and at which priority. */
    private static Flag played(Flag flag, List<Integer> moves) {
        for (int move : moves) {
            int segment = move / 10 % 5;
            int priority = move / 100 % 5;
            var setting = new Setting(move % 2 == 0, FeatureValue.of(move));
            try {
                flag = after(
                        flag,
                        switch (move % 10) {
                            case 0, 1, 2, 3 -> new OverrideForSegment(ID, segment, ids(move), priority, setting);
                            case 4 -> new PlaceSegment(ID, segment, move, new UUID(2, move), priority);
                            case 5, 6 -> new RemoveSegmentOverride(ID, segment);
                            case 7 -> new ToggleFeature(ID, priority > 2);
                            default -> new OrderSegments(ID, Map.of(segment, priority));
                        });
            } catch (Rejected _) {
                // Such a move is not possible.
            }
        }
        return flag;
    }

    private static OverrideIds ids(int move) {
        return new OverrideIds(move + 1, new UUID(0, move), move + 2, new UUID(1, move));
    }

    private static Flag after(Flag flag, FlagCommand command) {
        for (var event : Decided.of(flag, command)) {
            flag = flag.evolve((FlagEvent) event, AT);
        }
        return flag;
    }

    private record Seen(
            int priority,
            @Nullable Integer stateId,
            @Nullable Setting setting) {}

    private static Map<Integer, Seen> overrides(Flag flag) {
        var seen = new HashMap<Integer, Seen>();
        flag.segments().values().forEach(override -> seen.put(override.segmentId(), seen(override)));
        return seen;
    }

    private static Seen seen(SegmentOverride override) {
        var state = override.state();
        return new Seen(override.priority(), state == null ? null : state.id(), state == null ? null : state.setting());
    }
}
