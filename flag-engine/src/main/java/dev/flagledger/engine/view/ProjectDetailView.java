package dev.flagledger.engine.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.engine.state.Project;

/** A single project as the admin API has it: the project, what it may hold and what it holds. */
public record ProjectDetailView(
        @JsonUnwrapped ProjectView project,
        int maxSegmentsAllowed,
        int maxFeaturesAllowed,
        int maxSegmentOverridesAllowed,
        int totalFeatures,
        int totalSegments) {

    private static final int MAX_SEGMENTS = 500;
    private static final int MAX_FEATURES = 1000;
    private static final int MAX_SEGMENT_OVERRIDES = 2000;

    public static ProjectDetailView of(Project project) {
        return new ProjectDetailView(
                ProjectView.of(project),
                MAX_SEGMENTS,
                MAX_FEATURES,
                MAX_SEGMENT_OVERRIDES,
                project.features().size(),
                project.segments().size());
    }
}
