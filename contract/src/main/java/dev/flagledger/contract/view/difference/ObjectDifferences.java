package dev.flagledger.contract.view.difference;

import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.field.EnvironmentFields;
import dev.flagledger.contract.view.audit.field.FeatureFields;
import dev.flagledger.contract.view.audit.field.SegmentFields;
import dev.flagledger.engine.change.Differences.Pair;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Environments, features and segments that differ. */
final class ObjectDifferences {

    private ObjectDifferences() {}

    static DifferenceView ofEnvironment(Pair<Environment> pair) {
        var known = known(pair);
        return ofObject(
                "ENVIRONMENT",
                known.id(),
                known.settings().name(),
                pair,
                (old, now) -> EnvironmentFields.changes(old.settings(), now.settings()));
    }

    static DifferenceView ofFeature(Pair<Feature> pair) {
        var known = known(pair);
        return ofObject(
                "FEATURE",
                known.id(),
                known.name(),
                pair,
                (old, now) -> Stream.concat(
                                FeatureFields.changes(old, now).stream(), OptionFields.changes(old, now).stream())
                        .toList());
    }

    static DifferenceView ofSegment(Pair<Segment> pair) {
        var known = known(pair);
        return ofObject(
                "SEGMENT",
                known.id(),
                known.name(),
                pair,
                (old, now) -> SegmentFields.changes(old.definition(), now.definition()));
    }

    private static <T> DifferenceView ofObject(
            String type, int id, String name, Pair<T> pair, BiFunction<T, T, List<FieldChange>> fields) {
        var old = pair.before();
        var now = pair.after();
        List<FieldChange> changes = old == null || now == null ? List.of() : fields.apply(old, now);
        return new DifferenceView(type, id, name, null, null, null, null, ChangeTypes.of(old, now), changes);
    }

    private static <T> T known(Pair<T> pair) {
        var now = pair.after();
        return Objects.requireNonNull(now == null ? pair.before() : now);
    }
}
