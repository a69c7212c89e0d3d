package dev.flagledger.engine.change;

import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares an environment's flags before and after an event. Unchanged parts are the same objects, which makes it
 * cheap.
 */
record Comparison(Project before, Project after, int environmentId) {

    /**
     * Returns the changes of one feature's flag, or of all flags if the id is null: defaults, then segment overrides,
     * then identity overrides.
     */
    List<FlagChange> changes(@Nullable Integer featureId) {
        var old = before.environment(environmentId).flags();
        var now = after.environment(environmentId).flags();
        var features = featureId == null ? union(old, now) : Set.of(featureId);
        return features.stream()
                .flatMap(feature -> changes(feature, old.get(feature), now.get(feature)))
                .toList();
    }

    private Stream<FlagChange> changes(int featureId, @Nullable Flag old, @Nullable Flag now) {
        var environmentDefault =
                change(featureId, new Target.Everyone(), environmentDefault(old), environmentDefault(now));
        // The overrides of a deleted feature are part of its deletion.
        if (now == null) {
            return environmentDefault;
        }
        Map<Integer, SegmentOverride> oldSegments = old == null ? Map.of() : old.segments();
        Map<Integer, IdentityOverride> oldIdentities = old == null ? Map.of() : old.identities();
        var segments = union(oldSegments, now.segments()).stream()
                .flatMap(id ->
                        segment(featureId, oldSegments.get(id), now.segments().get(id)));
        var identities = union(oldIdentities, now.identities()).stream()
                .flatMap(id -> identity(
                        featureId, oldIdentities.get(id), now.identities().get(id)));
        return Stream.of(environmentDefault, segments, identities).flatMap(changes -> changes);
    }

    private Stream<FlagChange> segment(int featureId, @Nullable SegmentOverride old, @Nullable SegmentOverride now) {
        var known = now == null ? Objects.requireNonNull(old) : now;
        var segment = after.segments().get(known.segmentId());
        var target =
                new Target.OfSegment(segment == null ? before.segment(known.segmentId()) : segment, known.priority());
        return change(featureId, target, old == null ? null : old.state(), now == null ? null : now.state());
    }

    private Stream<FlagChange> identity(int featureId, @Nullable IdentityOverride old, @Nullable IdentityOverride now) {
        var known = now == null ? Objects.requireNonNull(old) : now;
        var target = new Target.OfIdentity(known.identityId(), known.identifier());
        return change(featureId, target, old == null ? null : old.state(), now == null ? null : now.state());
    }

    private Stream<FlagChange> change(
            int featureId, Target target, @Nullable FeatureState old, @Nullable FeatureState now) {
        if (Objects.equals(old == null ? null : old.setting(), now == null ? null : now.setting())) {
            return Stream.empty();
        }
        var featureBefore = before.features().get(featureId);
        var feature = after.features().get(featureId);
        return Stream.of(new FlagChange(
                after,
                after.environment(environmentId),
                feature == null ? before.feature(featureId) : feature,
                featureBefore == null ? after.feature(featureId) : featureBefore,
                target,
                old,
                now));
    }

    private static @Nullable FeatureState environmentDefault(@Nullable Flag flag) {
        return flag == null ? null : flag.environmentDefault();
    }

    private static Set<Integer> union(Map<Integer, ?> old, Map<Integer, ?> now) {
        var ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        return ids;
    }
}
