package dev.flagledger.engine.state.project;

import dev.flagledger.api.grant.GrantPlace;
import java.util.Objects;

/** What goes from a project with an object that is deleted: everything that refers to it. */
final class Removal {

    private Removal() {}

    /** Removes the tag, also from the features that have it. */
    static Project ofTag(Project before, int tagId) {
        var project = before.withTags(before.tags().minus(tagId));
        for (var feature : before.features().values()) {
            project = project.with(feature.retaining(project.tags().keySet()));
        }
        return project;
    }

    /** Removes the feature, its flags and the segments that are specific to it. */
    static Project ofFeature(Project before, int featureId) {
        var project = before.withFeatures(before.features().minus(featureId))
                .changedEverywhere(environment -> environment.withoutFlag(featureId))
                .reported(reports -> reports.withoutFeature(featureId));
        for (var segment : before.segments().values()) {
            if (Objects.equals(segment.definition().featureId(), featureId)) {
                project = ofSegment(project, segment.id());
            }
        }
        return project;
    }

    /** Removes the segment and its overrides. */
    static Project ofSegment(Project before, int segmentId) {
        return before.withSegments(before.segments().minus(segmentId))
                .changedEverywhere(in -> in.changed(flag -> flag.withoutSegment(segmentId)));
    }

    /** Removes the environment, and the reports and permissions that are for it. */
    static Project ofEnvironment(Project before, int environmentId) {
        return before.withEnvironments(before.environments().minus(environmentId))
                .reported(reports -> reports.withoutEnvironment(environmentId))
                .granted(granted -> granted.without(GrantPlace.environment(environmentId)));
    }
}
