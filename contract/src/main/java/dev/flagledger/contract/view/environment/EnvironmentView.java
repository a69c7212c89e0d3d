package dev.flagledger.contract.view.environment;

import dev.flagledger.engine.state.project.Environment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An environment in the admin API. */
public record EnvironmentView(
        int id,
        UUID uuid,
        String name,
        String apiKey,
        @Nullable String description,
        int project,
        @Nullable Integer minimumChangeRequestApprovals,
        boolean allowClientTraits,
        @Nullable String bannerText,
        @Nullable String bannerColour,
        @Nullable Boolean hideDisabledFlags,
        boolean useMvV2Evaluation,
        boolean useIdentityCompositeKeyForHashing,
        boolean hideSensitiveData,
        boolean useV2FeatureVersioning,
        boolean useIdentityOverridesInLocalEval,
        boolean isCreating) {

    public static EnvironmentView of(Environment environment) {
        var settings = environment.settings();
        return new EnvironmentView(
                environment.id(),
                environment.uuid(),
                settings.name(),
                settings.apiKey(),
                settings.description(),
                environment.projectId(),
                settings.minimumChangeRequestApprovals(),
                settings.allowClientTraits(),
                settings.bannerText(),
                settings.bannerColour(),
                settings.hideDisabledFlags(),
                settings.useIdentityCompositeKeyForHashing(),
                settings.useIdentityCompositeKeyForHashing(),
                settings.hideSensitiveData(),
                environment.versioning() != null,
                settings.useIdentityOverridesInLocalEval(),
                false);
    }
}
