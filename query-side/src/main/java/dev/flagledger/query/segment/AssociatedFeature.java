package dev.flagledger.query.segment;

import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feature with an override for a segment.
 *
 * @param id the id of the override
 */
record AssociatedFeature(int id, int feature, int environment) {

    /** All features with an override for the segment, by id. */
    static List<AssociatedFeature> of(Project project, int segmentId) {
        return project.environments().values().stream()
                .flatMap(environment ->
                        environment.flags().values().stream().flatMap(flag -> of(environment, flag, segmentId)))
                .sorted(Comparator.comparingInt(AssociatedFeature::id))
                .toList();
    }

    private static Stream<AssociatedFeature> of(Environment environment, Flag flag, int segmentId) {
        return flag
                .stateOfSegment(segmentId)
                .map(state -> new AssociatedFeature(state.id(), flag.featureId(), environment.id()))
                .stream();
    }
}
