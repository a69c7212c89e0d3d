package dev.flagledger.api.segment;

import java.util.List;

/**
 * What it takes to belong to a segment: rules that hold other rules or conditions, at most two levels deep.
 *
 * @param id for those who edit it again
 * @param type how many of the rules and conditions below must hold
 * @param rules the rules one level below; always empty on the lower level
 * @param conditions what is asked of an identity
 */
public record SegmentRule(int id, Type type, List<SegmentRule> rules, List<Condition> conditions) {

    /** How many of the rules and conditions below must hold. */
    public enum Type {
        ALL,
        ANY,
        NONE
    }
}
