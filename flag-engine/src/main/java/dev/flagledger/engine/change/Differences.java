package dev.flagledger.engine.change;

import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a project, in either direction of time.
 *
 * @param environments those whose settings differ
 * @param features those that are in one state only, or differ
 * @param segments like {@code features}
 * @param flags the states of flags that are in one state only, or differ
 * @param moves the segment overrides that are in both states with another priority
 */
public record Differences(
        List<Pair<Environment>> environments,
        List<Pair<Feature>> features,
        List<Pair<Segment>> segments,
        List<FlagChange> flags,
        List<Move> moves) {

    /** An object before and after; null where it does not exist. */
    public record Pair<T>(@Nullable T before, @Nullable T after) {}

    /** A segment override with another priority, and its state after. */
    public record Move(
            Environment environment, Feature feature, Segment segment, FeatureState state, int before, int after) {}

    /**
     * Compares two states.
     *
     * @param environmentIds the environments to compare; those that are in one state only are left out
     */
    public static Differences between(Project before, Project after, Collection<Integer> environmentIds) {
        var common = environmentIds.stream()
                .filter(id -> before.environments().containsKey(id)
                        && after.environments().containsKey(id))
                .sorted()
                .toList();
        return new Differences(
                common.stream()
                        .map(id -> new Pair<>(before.environment(id), after.environment(id)))
                        .filter(pair -> !Objects.requireNonNull(pair.before())
                                .settings()
                                .equals(Objects.requireNonNull(pair.after()).settings()))
                        .toList(),
                pairs(before.features(), after.features()),
                pairs(before.segments(), after.segments()),
                common.stream()
                        .flatMap(id -> new Comparison(before, after, id).changes(null).stream())
                        .toList(),
                common.stream().flatMap(id -> moves(before, after, id)).toList());
    }

    private static <T> List<Pair<T>> pairs(Map<Integer, T> before, Map<Integer, T> after) {
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .map(id -> new Pair<>(before.get(id), after.get(id)))
                .filter(pair -> !Objects.equals(pair.before(), pair.after()))
                .toList();
    }

    private static Stream<Move> moves(Project before, Project after, int environmentId) {
        var environment = after.environment(environmentId);
        return environment.flags().values().stream()
                .flatMap(flag -> Stream.ofNullable(
                                before.environment(environmentId).flags().get(flag.featureId()))
                        .flatMap(old -> flag.order().withState().stream()
                                .flatMap(override -> move(
                                        after,
                                        environment,
                                        after.feature(flag.featureId()),
                                        old.segments().get(override.segmentId()),
                                        override))));
    }

    private static Stream<Move> move(
            Project after,
            Environment environment,
            Feature feature,
            @Nullable SegmentOverride old,
            SegmentOverride override) {
        var state = override.state();
        return old == null || old.state() == null || state == null || old.priority() == override.priority()
                ? Stream.empty()
                : Stream.of(new Move(
                        environment,
                        feature,
                        after.segment(override.segmentId()),
                        state,
                        old.priority(),
                        override.priority()));
    }
}
