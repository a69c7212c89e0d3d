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
 * A project's segments, ready to be asked who is in them. The same for all its environments.
 *
 * @param source the segments, by id
 * @param memberships of the same segments, by id
 */
record PreparedSegments(PSortedMap<Integer, Segment> source, Map<Integer, Membership> memberships) {

    /** Takes over what is in {@code before}, if that is given, and has not changed since. */
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

    /** As evaluations see them. */
    Map<String, SegmentContext> contexts() {
        Map<String, SegmentContext> contexts = new LinkedHashMap<>();
        for (var membership : memberships.values()) {
            contexts.put(membership.segment().key(), membership.segment());
        }
        return contexts;
    }
}
