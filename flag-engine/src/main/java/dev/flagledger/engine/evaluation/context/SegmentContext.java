package dev.flagledger.engine.evaluation.context;

import dev.flagledger.api.segment.SegmentRule;
import java.util.List;
import java.util.Map;

/**
 * A segment.
 *
 * @param key key that is hashed for percentage conditions
 * @param name name of the segment
 * @param rules rules, all of which must match; a segment without rules matches no identity
 * @param overrides states of features for the members of the segment
 * @param metadata passed through to the result; may be empty
 */
public record SegmentContext(
        String key,
        String name,
        List<SegmentRule> rules,
        List<FeatureContext> overrides,
        Map<String, Object> metadata) {

    public SegmentContext {
        rules = List.copyOf(rules);
        overrides = List.copyOf(overrides);
        metadata = Map.copyOf(metadata);
    }
}
