package dev.flagledger.api.environment;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.metadata.MetadataValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an environment.
 *
 * @param name at most 2000 characters, unique within the project
 * @param apiKey client key, which is public; unique in the installation, at most 100 characters
 * @param description at most 20000 characters, or null
 * @param minimumChangeRequestApprovals approvals that a change of flags requires; null for none
 * @param allowClientTraits whether applications may set traits with the client key
 * @param bannerText a warning shown in the dashboard, at most 255 characters, or null
 * @param bannerColour the warning's colour, at most 7 characters, or null
 * @param hideDisabledFlags whether disabled flags are left out of responses to applications; null to inherit from the
 *     project
 * @param useIdentityCompositeKeyForHashing whether percentage splits hash the environment key together with the
 *     identifier
 * @param hideSensitiveData whether properties that applications do not need are null in responses to them
 * @param useIdentityOverridesInLocalEval whether the environment document contains identity overrides
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

    /** Returns the settings of a copy, which has another name and key and no custom fields. */
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
