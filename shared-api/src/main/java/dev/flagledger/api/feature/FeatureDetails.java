package dev.flagledger.api.feature;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.metadata.MetadataValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mutable properties of a feature.
 *
 * @param description free text, or null
 * @param archived whether the feature is archived; it is still served to applications
 * @param serverKeyOnly whether it is served only to applications that present a server key
 * @param tags ids of its tags
 * @param metadata custom fields
 */
public record FeatureDetails(
        @Personal(UNASSIGNABLE) @Nullable String description,
        boolean archived,
        boolean serverKeyOnly,
        List<Integer> tags,
        List<MetadataValue> metadata) {

    /** Default details of a new feature. */
    public static final FeatureDetails NONE = new FeatureDetails(null, false, false, List.of(), List.of());
}
