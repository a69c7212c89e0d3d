package dev.flagledger.command.revert.plan;

import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;

/** The parts of which features, flags and environments consist. */
public final class Parts {

    private Parts() {}

    /** Returns the parts of a feature with its flags in all environments. */
    public static List<Part> ofFeature(Project then, Project now, int featureId) {
        var flags = now.environments().values().stream().flatMap(in -> flag(then, in, featureId));
        return Stream.concat(Stream.of(new Part.OfFeature(featureId)), flags).toList();
    }

    /** Returns the parts of a flag: its default, segment overrides and identity overrides. */
    public static List<Part> ofFlag(Project then, Project now, int environmentId, int featureId) {
        return Stream.ofNullable(now.environments().get(environmentId))
                .flatMap(in -> flag(then, in, featureId))
                .toList();
    }

    /** Returns the parts of an environment: its settings and flags. */
    public static List<Part> ofEnvironment(Project then, Project now, int environmentId) {
        var flags = Stream.ofNullable(now.environments().get(environmentId))
                .flatMap(in -> in.flags().keySet().stream().sorted().flatMap(feature -> flag(then, in, feature)));
        return Stream.concat(Stream.of(new Part.OfSettings(environmentId)), flags)
                .toList();
    }

    private static Stream<Part> flag(Project then, Environment in, int featureId) {
        var identities = Stream.of(then.environments().get(in.id()), in)
                .flatMap(Stream::ofNullable)
                .flatMap(environment -> Stream.ofNullable(environment.flags().get(featureId)))
                .flatMap(flag -> flag.identities().keySet().stream())
                .distinct()
                .sorted()
                .map(identity -> new Part.OfIdentity(in.id(), featureId, identity));
        return Stream.concat(Stream.of(new Part.OfFlag(in.id(), featureId)), identities);
    }
}
