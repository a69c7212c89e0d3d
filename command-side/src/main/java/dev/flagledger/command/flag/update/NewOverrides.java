package dev.flagledger.command.flag.update;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;

/** Checks new segment overrides by the rules for creating a single one. */
final class NewOverrides {

    private NewOverrides() {}

    static void require(Project project, Environment environment, Feature feature, List<OverrideRequest> overrides) {
        var known = environment.flag(feature.id()).segments();
        var added = overrides.stream()
                .filter(override -> !known.containsKey(override.segmentId()))
                .toList();
        for (var override : added) {
            OverrideRules.foreignFeature(project.segment(override.segmentId()), feature.id())
                    .ifPresent(only -> {
                        throw new Rejected(new Rejection.ForeignSegment(only));
                    });
        }
        OverrideRules.requireRoom(environment, added.size());
    }
}
