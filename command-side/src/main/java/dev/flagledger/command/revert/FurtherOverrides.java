package dev.flagledger.command.revert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.engine.state.project.Project;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the segment overrides that commands add to a project. */
record FurtherOverrides(Project now) {

    /** Returns how many more overrides the commands leave in each environment that they change; negative for fewer. */
    Map<Integer, Integer> of(List<LedgerCommand> commands) {
        var segments = new HashMap<FlagId, Set<Integer>>();
        for (var command : commands) {
            switch (command) {
                case UpdateFlag update -> update(segments, update);
                case PublishUpdate publication -> update(segments, publication.update());
                case RestoreFeature restored -> restored.states().forEach(state -> restore(segments, state));
                case PlaceSegment place -> segments(segments, place.flag()).add(place.segmentId());
                default -> {}
            }
        }
        return segments.entrySet().stream()
                .collect(groupingBy(
                        flag -> flag.getKey().environmentId(),
                        summingInt(flag ->
                                flag.getValue().size() - current(flag.getKey()).size())));
    }

    /** Removals come first: an override that is made anew is in both lists. */
    private void update(Map<FlagId, Set<Integer>> segments, UpdateFlag update) {
        var after = segments(segments, update.flag());
        update.overrides().removed().forEach(after::remove);
        update.overrides().changed().forEach(override -> after.add(override.segmentId()));
    }

    private void restore(Map<FlagId, Set<Integer>> segments, InitialState state) {
        var after = segments(segments, new FlagId(state.environmentId(), state.featureId()));
        state.overrides().forEach(override -> after.add(override.segmentId()));
    }

    private Set<Integer> segments(Map<FlagId, Set<Integer>> segments, FlagId flag) {
        return segments.computeIfAbsent(flag, id -> new HashSet<>(current(id)));
    }

    /** A feature that is created has none yet. */
    private Set<Integer> current(FlagId flag) {
        var known = now.environment(flag.environmentId()).flags().get(flag.featureId());
        return known == null ? Set.of() : known.segments().keySet();
    }
}
