package dev.flagledger.contract.view.difference;

import dev.flagledger.contract.view.audit.ChangeView;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.ObjectFields;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.change.Differences.Move;
import dev.flagledger.engine.change.Differences.Pair;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
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
        List<ChangeView> changes) {

    /** Returns the objects that differ: environments, features, segments, then states. */
    public static List<DifferenceView> of(Differences differences) {
        return Stream.of(
                        differences.environments().stream().map(DifferenceView::ofEnvironment),
                        differences.features().stream().map(DifferenceView::ofFeature),
                        differences.segments().stream().map(DifferenceView::ofSegment),
                        differences.flags().stream().map(DifferenceView::ofState),
                        differences.moves().stream().map(DifferenceView::ofMove))
                .flatMap(views -> views)
                .filter(view -> !view.changeType.equals("UPDATE") || !view.changes.isEmpty())
                .toList();
    }

    private static DifferenceView ofEnvironment(Pair<Environment> pair) {
        var known = known(pair);
        return ofObject(
                "ENVIRONMENT",
                known.id(),
                known.settings().name(),
                pair,
                (old, now) -> ObjectFields.changes(old.settings(), now.settings()));
    }

    private static DifferenceView ofFeature(Pair<Feature> pair) {
        var known = known(pair);
        return ofObject(
                "FEATURE",
                known.id(),
                known.name(),
                pair,
                (old, now) -> Stream.concat(
                                ObjectFields.changes(old, now).stream(),
                                FieldChange.differing(new FieldChange(
                                                "multivariate_options",
                                                StateFields.options(old),
                                                StateFields.options(now)))
                                        .stream())
                        .toList());
    }

    private static DifferenceView ofSegment(Pair<Segment> pair) {
        var known = known(pair);
        return ofObject(
                "SEGMENT",
                known.id(),
                known.name(),
                pair,
                (old, now) -> ObjectFields.changes(old.definition(), now.definition()));
    }

    private static <T> DifferenceView ofObject(
            String type, int id, String name, Pair<T> pair, BiFunction<T, T, List<FieldChange>> fields) {
        var old = pair.before();
        var now = pair.after();
        List<FieldChange> changes = old == null || now == null ? List.of() : fields.apply(old, now);
        return new DifferenceView(type, id, name, null, null, null, null, type(old, now), views(changes));
    }

    private static DifferenceView ofState(FlagChange change) {
        var old = change.before();
        var now = change.after();
        return ofState(
                Objects.requireNonNull(now == null ? old : now),
                change.environment(),
                change.feature(),
                change.target() instanceof Target.OfSegment(var segment, var _) ? segment.id() : null,
                change.target() instanceof Target.OfIdentity(var identity, var _) ? identity : null,
                type(old, now),
                StateFields.changes(old, now));
    }

    private static DifferenceView ofMove(Move move) {
        return ofState(
                move.state(),
                move.environment(),
                move.feature(),
                move.segment().id(),
                null,
                "UPDATE",
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
                views(changes));
    }

    private static <T> T known(Pair<T> pair) {
        var now = pair.after();
        return Objects.requireNonNull(now == null ? pair.before() : now);
    }

    private static String type(@Nullable Object old, @Nullable Object now) {
        return old == null ? "CREATE" : now == null ? "DELETE" : "UPDATE";
    }

    private static List<ChangeView> views(List<FieldChange> changes) {
        return changes.stream().map(ChangeView::of).toList();
    }
}
