package dev.flagledger.command.revert.plan;

import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A part of a project that can be led back. Parts that do not exist in both states are left as they are. */
public sealed interface Part {

    /** The settings of an environment, except its client key and custom fields. */
    record OfSettings(int environmentId) implements Part {}

    /** The definition of a segment, except its custom fields. */
    record OfSegment(int segmentId) implements Part {}

    /** The details and options of a feature, except its custom fields. */
    record OfFeature(int featureId) implements Part {}

    /** The default and the segment overrides of a flag. */
    record OfFlag(int environmentId, int featureId) implements Part {}

    /** The override of a flag for one identity. */
    record OfIdentity(int environmentId, int featureId, int identityId) implements Part {}

    /** Returns whether the object belongs to this part. */
    default boolean covers(DifferenceView object) {
        return switch (this) {
            case OfSettings(var environment) -> object.type().equals("ENVIRONMENT") && object.id() == environment;
            case OfSegment(var segment) -> object.type().equals("SEGMENT") && object.id() == segment;
            case OfFeature(var feature) -> object.type().equals("FEATURE") && object.id() == feature;
            case OfFlag(var environment, var feature) ->
                isOfFlag(object, environment, feature) && object.identity() == null;
            case OfIdentity(var environment, var feature, var identity) ->
                isOfFlag(object, environment, feature) && Objects.equals(object.identity(), identity);
        };
    }

    private static boolean isOfFlag(DifferenceView object, int environment, int feature) {
        return Objects.equals(object.environment(), environment) && Objects.equals(object.feature(), feature);
    }

    /** Returns the parts of a feature with its flags in all environments. */
    static List<Part> ofFeature(Project then, Project now, int featureId) {
        var flags = now.environments().values().stream().flatMap(in -> flag(then, in, featureId));
        return Stream.concat(Stream.of(new OfFeature(featureId)), flags).toList();
    }

    /** Returns the parts of a flag: its default, segment overrides and identity overrides. */
    static List<Part> ofFlag(Project then, Project now, int environmentId, int featureId) {
        return Stream.ofNullable(now.environments().get(environmentId))
                .flatMap(in -> flag(then, in, featureId))
                .toList();
    }

    /** Returns the parts of an environment: its settings and flags. */
    static List<Part> ofEnvironment(Project then, Project now, int environmentId) {
        var flags = Stream.ofNullable(now.environments().get(environmentId))
                .flatMap(in -> in.flags().keySet().stream().sorted().flatMap(feature -> flag(then, in, feature)));
        return Stream.concat(Stream.of(new OfSettings(environmentId)), flags).toList();
    }

    private static Stream<Part> flag(Project then, Environment in, int featureId) {
        var identities = Stream.of(then.environments().get(in.id()), in)
                .flatMap(Stream::ofNullable)
                .flatMap(environment -> Stream.ofNullable(environment.flags().get(featureId)))
                .flatMap(flag -> flag.identities().keySet().stream())
                .distinct()
                .sorted()
                .map(identity -> new OfIdentity(in.id(), featureId, identity));
        return Stream.concat(Stream.of(new OfFlag(in.id(), featureId)), identities);
    }
}
