package dev.flagledger.api.environment;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.metadata.MetadataValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an environment's admins can set.
 *
 * @param name at most 2000 characters, unique within the project
 * @param apiKey the key that applications present; public, unique everywhere, at most 100 characters
 * @param description at most 20000 characters, or null
 * @param minimumChangeRequestApprovals approvals that a change of flags needs; null for none
 * @param allowClientTraits whether applications may set traits with the public key
 * @param bannerText a warning shown in the dashboard, at most 255 characters, or null
 * @param bannerColour the warning's colour, at most 7 characters, or null
 * @param hideDisabledFlags whether applications are not told of flags that are off; null to do as the project does
 * @param useIdentityCompositeKeyForHashing whether percentages are drawn from environment key and identifier together
 * @param hideSensitiveData whether applications get null for what they do not need
 * @param useIdentityOverridesInLocalEval whether local evaluation is told of identity overrides
 * @param metadata custom fields
 */
public record EnvironmentSettings(
        String name,
        String apiKey,
        @Personal(UNASSIGNABLE) @Nullable String description,
        @Nullable Integer minimumChangeRequestApprovals,
        boolean allowClientTraits,
        @Nullable String bannerText,
        @Nullable String bannerColour,
        @Nullable Boolean hideDisabledFlags,
        boolean useIdentityCompositeKeyForHashing,
        boolean hideSensitiveData,
        boolean useIdentityOverridesInLocalEval,
        List<MetadataValue> metadata) {

    /** The settings of a copy: its own name and key, and no custom fields. */
    public EnvironmentSettings copied(String newName, String newApiKey) {
        return new EnvironmentSettings(
                newName,
                newApiKey,
                description,
                minimumChangeRequestApprovals,
                allowClientTraits,
                bannerText,
                bannerColour,
                hideDisabledFlags,
                useIdentityCompositeKeyForHashing,
                hideSensitiveData,
                useIdentityOverridesInLocalEval,
                List.of());
    }
}
