package dev.flagledger.command.flag;

import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.engine.state.Project;
import dev.flagledger.platform.command.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides how flags start: as their feature says, or off and empty where the project prevents defaults. */
@Component
public final class Seeds {

    private final Ids ids;

    Seeds(Ids ids) {
        this.ids = ids;
    }

    /** The states of a new feature, one for each environment of its project. */
    public List<StateSeed> forFeature(Project project, CreateFeature feature) {
        var stateIds = ids.many(Ids.Kind.FEATURE_STATE, project.environments().size());
        return project.environments().keySet().stream()
                .map(environmentId -> seed(
                        project,
                        environmentId,
                        feature.featureId(),
                        stateIds.next(),
                        feature.defaultEnabled(),
                        feature.initialValue()))
                .toList();
    }

    /** The states of a new environment, one for each feature of its project. */
    public List<StateSeed> forEnvironment(Project project, int environmentId) {
        var stateIds = ids.many(Ids.Kind.FEATURE_STATE, project.features().size());
        return project.features().values().stream()
                .map(feature -> seed(
                        project,
                        environmentId,
                        feature.id(),
                        stateIds.next(),
                        feature.defaultEnabled(),
                        feature.initialValue()))
                .toList();
    }

    private static StateSeed seed(
            Project project,
            int environmentId,
            int featureId,
            int stateId,
            boolean enabled,
            @Nullable String initialValue) {
        return project.settings().preventFlagDefaults()
                ? new StateSeed(environmentId, featureId, stateId, UUID.randomUUID(), false, FeatureValue.NONE)
                : new StateSeed(
                        environmentId,
                        featureId,
                        stateId,
                        UUID.randomUUID(),
                        enabled,
                        FeatureValue.parse(initialValue));
    }
}
