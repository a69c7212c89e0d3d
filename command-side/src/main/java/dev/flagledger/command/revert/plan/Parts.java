package dev.flagledger.command.revert.plan;

import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of which features, flags and environments consist. */
public final class Parts {

    private Parts() {}

    static SequencedSet<Part> of(Part part) {
        return of(Stream.of(part));
    }

    private static SequencedSet<Part> of(Stream<Part> parts) {
        return parts.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the parts of a feature with its flags in all environments. */
    public static SequencedSet<Part> ofFeature(Project then, Project now, int featureId) {
        var flags = now.environments().values().stream().flatMap(in -> flag(then, in, featureId));
        return of(Stream.concat(Stream.of(new Part.OfFeature(featureId)), flags));
    }

    /** Returns the parts of a flag: its default, segment overrides and identity overrides. */
    public static SequencedSet<Part> ofFlag(Project then, Project now, int environmentId, int featureId) {
        return of(Stream.ofNullable(now.environments().get(environmentId)).flatMap(in -> flag(then, in, featureId)));
    }

    /** Returns the parts of an environment: its settings and flags. */
    public static SequencedSet<Part> ofEnvironment(Project then, Project now, int environmentId) {
        var flags = Stream.ofNullable(now.environments().get(environmentId))
                .flatMap(in -> in.flags().keySet().stream().sorted().flatMap(feature -> flag(then, in, feature)));
        return of(Stream.concat(Stream.of(new Part.OfSettings(environmentId)), flags));
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
