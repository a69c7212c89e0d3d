package dev.flagledger.api.segment;

import java.util.List;

/**
 * A rule of a segment, which combines nested rules or conditions; at most two levels deep.
 *
 * @param id id of the rule
 * @param type how many of the nested rules and conditions must match
 * @param rules nested rules; always empty on the second level
 * @param conditions conditions of the rule
 */
public record SegmentRule(int id, Type type, List<SegmentRule> rules, List<Condition> conditions) {

    /** How many of the nested rules and conditions must match. */
    public enum Type {
        ALL,
        ANY,
        NONE
    }
}
