package dev.flagledger.contract.view.difference;

import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.change.Differences;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object that differs between two states.
 *
 * @param type {@code ENVIRONMENT}, {@code FEATURE}, {@code SEGMENT} or {@code FEATURE_STATE}
 * @param name the name of the object, or of the feature of a state
 * @param environment the environment of a state; null for other objects, like the next three
 * @param feature the feature of a state
 * @param segment the segment of an override
 * @param identity the identity of an override
 * @param changeType {@code CREATE}, {@code UPDATE} or {@code DELETE}
 */
public record DifferenceView(
        String type,
        int id,
        String name,
        @Nullable Integer environment,
        @Nullable Integer feature,
        @Nullable Integer segment,
        @Nullable Integer identity,
        String changeType,
        List<FieldChange> changes) {

    /** Returns the objects that differ: environments, features, segments, then states. */
    public static List<DifferenceView> of(Differences differences) {
        return Stream.of(
                        differences.environments().stream().map(ObjectDifferences::ofEnvironment),
                        differences.features().stream().map(ObjectDifferences::ofFeature),
                        differences.segments().stream().map(ObjectDifferences::ofSegment),
                        differences.flags().stream().map(StateDifferences::ofState),
                        differences.moves().stream().map(StateDifferences::ofMove))
                .flatMap(views -> views)
                .filter(view -> !view.changeType.equals(ChangeTypes.UPDATE) || !view.changes.isEmpty())
                .toList();
    }
}
