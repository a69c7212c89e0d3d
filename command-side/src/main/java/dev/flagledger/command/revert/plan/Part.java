package dev.flagledger.command.revert.plan;

import dev.flagledger.contract.view.difference.DifferenceView;
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

    /** Returns the part that an object belongs to. */
    static Part of(DifferenceView object) {
        return switch (object.type()) {
            case "ENVIRONMENT" -> new OfSettings(object.id());
            case "SEGMENT" -> new OfSegment(object.id());
            case "FEATURE" -> new OfFeature(object.id());
            case "FEATURE_STATE" -> ofState(object);
            default -> throw new IllegalArgumentException("no part has a " + object.type());
        };
    }

    private static Part ofState(DifferenceView state) {
        int environment = Objects.requireNonNull(state.environment());
        int feature = Objects.requireNonNull(state.feature());
        var identity = state.identity();
        return identity == null ? new OfFlag(environment, feature) : new OfIdentity(environment, feature, identity);
    }

    /** Returns the environment that this is a part of; none for what belongs to the project. */
    default Stream<Integer> environment() {
        return switch (this) {
            case OfSettings(var environment) -> Stream.of(environment);
            case OfFlag(var environment, var _) -> Stream.of(environment);
            case OfIdentity(var environment, var _, var _) -> Stream.of(environment);
            case OfSegment _, OfFeature _ -> Stream.empty();
        };
    }
}
