package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.engine.evaluation.condition.Membership;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.state.project.Segment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;

/**
 * The compiled segments of a project, shared by all its environments.
 *
 * @param source the segments, by id
 * @param memberships compiled segments, by id
 */
record PreparedSegments(PSortedMap<Integer, Segment> source, Map<Integer, Membership> memberships) {

    /** Compiles the segments, reusing those of {@code before} that did not change. */
    @SuppressWarnings("ReferenceEquality") // the same object is surely unchanged; to look inside would cost more
    static PreparedSegments of(PSortedMap<Integer, Segment> source, @Nullable PreparedSegments before) {
        if (before != null && before.source == source) {
            return before;
        }
        Map<Integer, Membership> memberships = new HashMap<>();
        for (var segment : source.values()) {
            var known = before != null && before.source.get(segment.id()) == segment
                    ? before.memberships.get(segment.id())
                    : null;
            memberships.put(segment.id(), known == null ? Membership.of(Contexts.of(segment)) : known);
        }
        return new PreparedSegments(source, memberships);
    }

    /** Returns the contexts of the segments. */
    Map<String, SegmentContext> contexts() {
        Map<String, SegmentContext> contexts = new LinkedHashMap<>();
        for (var membership : memberships.values()) {
            contexts.put(membership.segment().key(), membership.segment());
        }
        return contexts;
    }
}
