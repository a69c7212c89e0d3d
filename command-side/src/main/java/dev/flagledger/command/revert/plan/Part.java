package dev.flagledger.command.revert.plan;

import dev.flagledger.contract.view.difference.DifferenceView;
import java.util.Objects;

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
}
