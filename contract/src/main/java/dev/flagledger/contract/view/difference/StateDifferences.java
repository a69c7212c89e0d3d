package dev.flagledger.contract.view.difference;

import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.change.Differences.Move;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Feature states that differ, and overrides of segments whose priority does. */
final class StateDifferences {

    private StateDifferences() {}

    static DifferenceView ofState(FlagChange change) {
        var old = change.before();
        var now = change.after();
        return ofState(
                Objects.requireNonNull(now == null ? old : now),
                change.environment(),
                change.feature(),
                change.target() instanceof Target.OfSegment(var segment, var _) ? segment.id() : null,
                change.target() instanceof Target.OfIdentity(var identity, var _) ? identity : null,
                ChangeTypes.of(old, now),
                StateFields.changes(old, now));
    }

    static DifferenceView ofMove(Move move) {
        return ofState(
                move.state(),
                move.environment(),
                move.feature(),
                move.segment().id(),
                null,
                ChangeTypes.UPDATE,
                List.of(new FieldChange("priority", move.before(), move.after())));
    }

    private static DifferenceView ofState(
            FeatureState state,
            Environment environment,
            Feature feature,
            @Nullable Integer segment,
            @Nullable Integer identity,
            String changeType,
            List<FieldChange> changes) {
        return new DifferenceView(
                "FEATURE_STATE",
                state.id(),
                feature.name(),
                environment.id(),
                feature.id(),
                segment,
                identity,
                changeType,
                changes);
    }
}
