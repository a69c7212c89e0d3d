package dev.flagledger.engine.evaluation.context;

import dev.flagledger.api.segment.SegmentRule;
import java.util.List;
import java.util.Map;

/**
 * A group that an identity may belong to.
 *
 * @param key what percentages are drawn from, together with what the condition looks at
 * @param name what the team calls it
 * @param rules who belongs to it; an identity must satisfy all of them. Nobody belongs to a segment without rules
 * @param overrides what features are for those who belong to it
 * @param metadata handed through to the result; may be empty
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
