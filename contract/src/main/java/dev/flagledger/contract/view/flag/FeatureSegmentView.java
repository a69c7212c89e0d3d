package dev.flagledger.contract.view.flag;

import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Project;
import java.util.UUID;

/** A segment's place in the order of a flag's segments, as the admin API shows it. */
public record FeatureSegmentView(
        int id, UUID uuid, int segment, int priority, int environment, String segmentName, boolean isFeatureSpecific) {

    /** The place in an environment of this project. */
    public static FeatureSegmentView of(Project project, int environmentId, SegmentOverride place) {
        var segment = project.segment(place.segmentId());
        return new FeatureSegmentView(
                place.featureSegmentId(),
                place.featureSegmentUuid(),
                segment.id(),
                place.priority(),
                environmentId,
                segment.name(),
                segment.definition().featureId() != null);
    }

    /** The same as who made or changed it is answered. */
    public record Written(int id, UUID uuid, int feature, int segment, int environment, int priority) {

        public static Written of(int environmentId, int featureId, SegmentOverride place) {
            return new Written(
                    place.featureSegmentId(),
                    place.featureSegmentUuid(),
                    featureId,
                    place.segmentId(),
                    environmentId,
                    place.priority());
        }
    }
}
