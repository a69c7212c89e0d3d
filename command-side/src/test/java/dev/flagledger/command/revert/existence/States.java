package dev.flagledger.command.revert.existence;

import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The states of a flag that return with it; places without a state do not. */
record States(
        @Nullable State environmentDefault,
        List<Own> identities,
        Map<Integer, @Nullable State> segments,
        List<Integer> priorities) {

    record State(int id, Setting setting) {

        static @Nullable State of(@Nullable FeatureState state) {
            return state == null ? null : new State(state.id(), state.setting());
        }
    }

    /** The override for an identity, which may have another id. */
    record Own(String identifier, int id, Setting setting) {}

    static States of(Flag flag, Set<Integer> segments) {
        var ofSegments = new TreeMap<Integer, @Nullable State>();
        overrides(flag, segments).forEach(of -> ofSegments.put(of.segmentId(), State.of(of.state())));
        return new States(
                State.of(flag.environmentDefault()),
                flag.identities().values().stream()
                        .map(of -> new Own(
                                of.identifier(), of.state().id(), of.state().setting()))
                        .sorted(Comparator.comparingInt(Own::id))
                        .toList(),
                ofSegments,
                overrides(flag, segments).map(SegmentOverride::priority).toList());
    }

    private static Stream<SegmentOverride> overrides(Flag flag, Set<Integer> segments) {
        return flag.order().withState().stream().filter(override -> segments.contains(override.segmentId()));
    }
}
