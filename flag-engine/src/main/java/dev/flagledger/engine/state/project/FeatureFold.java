package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.flag.InitialState;
import java.time.Instant;

/** Folds events into the features of a project, and into the flags that depend on them. */
final class FeatureFold {

    private FeatureFold() {}

    static Project evolve(Project project, FeatureEvent event, Instant at) {
        if (event instanceof FeatureCreated e) {
            return created(project, e, at);
        }
        var feature = project.features().get(event.featureId());
        return feature == null ? project : evolve(project, feature, event, at);
    }

    private static Project created(Project before, FeatureCreated e, Instant at) {
        var project = before.with(Feature.of(e, at).retaining(before.tags().keySet()));
        for (var seed : e.states()) {
            var known = known(before, seed);
            project = project.changed(seed.environmentId(), environment -> environment.seeded(known, at));
        }
        return project;
    }

    /** Removes overrides for segments that were deleted concurrently. */
    private static InitialState known(Project project, InitialState seed) {
        var segments = project.segments().keySet();
        var overrides = seed.overrides().stream()
                .filter(override -> segments.contains(override.segmentId()))
                .toList();
        return overrides.size() == seed.overrides().size()
                ? seed
                : new InitialState(
                        seed.environmentId(),
                        seed.featureId(),
                        seed.featureStateId(),
                        seed.uuid(),
                        seed.setting(),
                        overrides);
    }

    private static Project evolve(Project project, Feature feature, FeatureEvent event, Instant at) {
        int id = feature.id();
        return switch (event) {
            case FeatureCreated _ -> throw new IllegalStateException("it is there already");
            case FeatureChanged e ->
                project.with(feature.with(e.details()).retaining(project.tags().keySet()))
                        .touched(at);
            case TypeChanged e -> project.with(feature.with(e.type())).touched(at);
            case OwnersChanged e -> project.with(feature.ownedBy(e.owners()));
            case GroupOwnersChanged e -> project.with(feature.ownedByGroups(e.groups()));
            case OptionAdded e -> shared(project.with(feature.with(e.option())), e, at);
            case OptionChanged e -> project.with(feature.with(e.option())).touched(at);
            case OptionRemoved e ->
                project.with(feature.withoutOption(e.optionId()))
                        .changedEverywhere(
                                environment -> environment.changed(id, flag -> flag.withoutOption(e.optionId()), at));
            case FeatureDeleted _ -> Removal.ofFeature(project, id).touched(at);
        };
    }

    private static Project shared(Project before, OptionAdded e, Instant at) {
        var project = before;
        for (var share : e.shares().entrySet()) {
            project = project.changed(
                    share.getKey(),
                    environment -> environment.changed(e.featureId(), flag -> flag.withShare(share.getValue()), at));
        }
        return project;
    }
}
