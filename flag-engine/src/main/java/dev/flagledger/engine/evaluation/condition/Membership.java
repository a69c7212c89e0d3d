package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules of a segment, compiled for repeated evaluation. Immutable; depends on the segment only, so that it can be
 * reused while the segment does not change.
 */
public final class Membership {

    private final SegmentContext segment;
    private final List<Predicate<Subject>> rules;

    private Membership(SegmentContext segment, List<Predicate<Subject>> rules) {
        this.segment = segment;
        this.rules = rules;
    }

    public static Membership of(SegmentContext segment) {
        return new Membership(
                segment,
                segment.rules().stream().map(rule -> of(rule, segment.key())).toList());
    }

    private static Predicate<Subject> of(SegmentRule rule, String segmentKey) {
        var conditions = rule.conditions().stream()
                .map(condition -> Conditions.of(condition, segmentKey))
                .toList();
        var rules = rule.rules().stream().map(inner -> of(inner, segmentKey)).toList();
        var type = rule.type();
        return subject -> holds(type, conditions, subject) && holds(type, rules, subject);
    }

    private static boolean holds(SegmentRule.Type type, List<Predicate<Subject>> parts, Subject subject) {
        if (parts.isEmpty()) {
            return true;
        }
        return switch (type) {
            case ALL -> !some(parts, subject, false);
            case ANY -> some(parts, subject, true);
            case NONE -> !some(parts, subject, true);
        };
    }

    private static boolean some(List<Predicate<Subject>> parts, Subject subject, boolean hold) {
        for (var part : parts) {
            if (part.test(subject) == hold) {
                return true;
            }
        }
        return false;
    }

    /** Returns the segment. */
    public SegmentContext segment() {
        return segment;
    }

    boolean includes(Subject subject) {
        return !rules.isEmpty() && holds(SegmentRule.Type.ALL, rules, subject);
    }
}
