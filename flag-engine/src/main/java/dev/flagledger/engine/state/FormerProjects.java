package dev.flagledger.engine.state;

import org.jspecify.annotations.Nullable;

/** The ids of the projects of objects, also of deleted ones. */
public final class FormerProjects {

    private final ProjectIndex index;

    FormerProjects(ProjectIndex index) {
        this.index = index;
    }

    /** Returns that of an environment; null if it never existed. */
    public @Nullable Integer ofEnvironment(int environmentId) {
        return index.projectOfEnvironment().get(environmentId);
    }

    /** Returns that of a feature; null if it never existed. */
    public @Nullable Integer ofFeature(int featureId) {
        return index.projectOfFeature().get(featureId);
    }

    /** Returns that of a segment; null if it never existed. */
    public @Nullable Integer ofSegment(int segmentId) {
        return index.projectOfSegment().get(segmentId);
    }
}
