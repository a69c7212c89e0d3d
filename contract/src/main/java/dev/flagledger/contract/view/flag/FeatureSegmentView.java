package dev.flagledger.contract.view.flag;

import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Project;
import java.util.UUID;

/** The binding of a segment override to its segment, with the priority, in the admin API. */
public record FeatureSegmentView(
        int id, UUID uuid, int segment, int priority, int environment, String segmentName, boolean isFeatureSpecific) {

    /** The binding in an environment of the project. */
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

    /** The binding in the responses to writes. */
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
