package dev.flagledger.api.feature;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.metadata.MetadataValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can still be changed about a feature once it exists.
 *
 * @param description free text, or null
 * @param archived whether the team has put it away; applications are served all the same
 * @param serverKeyOnly whether only applications with a server-side key are told of it
 * @param tags the project's tags that it bears, by id
 * @param metadata custom fields
 */
public record FeatureDetails(
        @Personal(UNASSIGNABLE) @Nullable String description,
        boolean archived,
        boolean serverKeyOnly,
        List<Integer> tags,
        List<MetadataValue> metadata) {

    /** What a feature starts with of which nothing more is said. */
    public static final FeatureDetails NONE = new FeatureDetails(null, false, false, List.of(), List.of());
}
