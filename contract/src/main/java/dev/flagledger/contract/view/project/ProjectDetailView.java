package dev.flagledger.contract.view.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.engine.state.project.Limits;
import dev.flagledger.engine.state.project.Project;

/** A single project in the admin API, with its limits and totals. */
public record ProjectDetailView(
        @JsonUnwrapped ProjectView project,
        int maxSegmentsAllowed,
        int maxFeaturesAllowed,
        int maxSegmentOverridesAllowed,
        int totalFeatures,
        int totalSegments) {

    public static ProjectDetailView of(Project project) {
        return new ProjectDetailView(
                ProjectView.of(project),
                Limits.SEGMENTS,
                Limits.FEATURES,
                Limits.SEGMENT_OVERRIDES,
                project.features().size(),
                project.segments().size());
    }
}
