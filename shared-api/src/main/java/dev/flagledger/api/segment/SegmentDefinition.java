package dev.flagledger.api.segment;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.metadata.MetadataValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a segment.
 *
 * @param name at most 2000 characters; need not be unique
 * @param description free text, or null
 * @param featureId the only feature that can be overridden for this segment; null for any
 * @param rules rules, all of which an identity must match
 * @param metadata custom fields
 */
public record SegmentDefinition(
        String name,
        @Personal(UNASSIGNABLE) @Nullable String description,
        @Nullable Integer featureId,
        List<SegmentRule> rules,
        List<MetadataValue> metadata) {

    /** Returns the definition with other rules. */
    public SegmentDefinition with(List<SegmentRule> changed) {
        return new SegmentDefinition(name, description, featureId, changed, metadata);
    }
}
