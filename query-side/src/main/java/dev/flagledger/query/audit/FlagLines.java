package dev.flagledger.query.audit;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.query.audit.AuditLine.ChangeType;
import dev.flagledger.query.audit.AuditLine.RelatedType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Says what a changed feature state leaves in the audit log: a line for being switched and a line for its value, as in
 * Flagsmith. A new override always leaves a line, also where Flagsmith keeps quiet because it is switched like the
 * default: what nobody is told of cannot be audited.
 */
final class FlagLines {

    private FlagLines() {}

    static Stream<AuditLine> of(FlagChange change) {
        var before = change.before();
        if (change.after() == null) {
            return Stream.empty();
        }
        if (before != null) {
            return Stream.concat(switched(change, before), revalued(change, before.value()));
        }
        return change.target() instanceof Target.Everyone
                ? Stream.of(started(change))
                : Stream.concat(
                        Stream.of(overridden(change)),
                        revalued(change, FeatureValue.parse(change.feature().initialValue())));
    }

    private static AuditLine started(FlagChange change) {
        return line(
                AuditLines.created(change.feature().name()),
                change,
                ChangeType.CREATE,
                List.of(new FieldChange("enabled", null, now(change).enabled())));
    }

    private static AuditLine overridden(FlagChange change) {
        return line(
                switchedText(change),
                change,
                ChangeType.CREATE,
                List.of(new FieldChange("enabled", null, now(change).enabled())));
    }

    private static Stream<AuditLine> switched(FlagChange change, FeatureState before) {
        boolean now = now(change).enabled();
        return before.enabled() == now
                ? Stream.empty()
                : Stream.of(line(
                        switchedText(change),
                        change,
                        ChangeType.UPDATE,
                        List.of(new FieldChange("enabled", before.enabled(), now))));
    }

    private static Stream<AuditLine> revalued(FlagChange change, FeatureValue before) {
        var now = now(change).value();
        return before.equals(now) || (isNothing(before) && isNothing(now))
                ? Stream.empty()
                : Stream.of(line(revaluedText(change), change, ChangeType.UPDATE, FieldChange.between(before, now)));
    }

    /** Flagsmith takes an empty text and no value for the same. */
    private static boolean isNothing(FeatureValue value) {
        return value.equals(FeatureValue.NONE) || value.equals(FeatureValue.of(""));
    }

    private static String switchedText(FlagChange change) {
        var feature = change.feature().name();
        return switch (change.target()) {
            case Target.Everyone _ -> "Flag state updated for feature: " + feature;
            case Target.OfSegment of ->
                "Flag state / Remote config value updated for feature '%s' and segment '%s'"
                        .formatted(feature, of.segment().name());
            case Target.OfIdentity of ->
                "Flag state / Remote config value updated for feature '%s' and identity '%s'"
                        .formatted(feature, of.identifier());
        };
    }

    private static String revaluedText(FlagChange change) {
        var feature = change.feature().name();
        return switch (change.target()) {
            case Target.Everyone _ -> "Remote config value updated for feature: " + feature;
            case Target.OfSegment of ->
                "Remote config updated for segment override on feature '%s' and segment '%s'."
                        .formatted(feature, of.segment().name());
            case Target.OfIdentity of ->
                "Remote config value updated for identity override on feature '%s' and identity '%s'."
                        .formatted(feature, of.identifier());
        };
    }

    private static AuditLine line(String log, FlagChange change, ChangeType type, List<FieldChange> changes) {
        var state = now(change);
        return new AuditLine(
                log,
                change.project().id(),
                change.environment().id(),
                RelatedType.FEATURE_STATE,
                state.id(),
                state.uuid(),
                type,
                changes);
    }

    private static FeatureState now(FlagChange change) {
        return Objects.requireNonNull(change.after());
    }
}
