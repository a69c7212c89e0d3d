package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.contract.view.audit.AuditedFlagTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.text.InitialValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of changed feature states: as in Flagsmith, one for the switch, one for the value and one for each option's
 * percentage. A new override always has a line, while Flagsmith omits it if the override is switched like the default.
 */
public final class FlagLines {

    private FlagLines() {}

    public static Stream<AuditLine> of(FlagChange change) {
        var before = change.before();
        var after = change.after();
        if (after == null) {
            return before == null ? Stream.empty() : Stream.of(deleted(change, before));
        }
        if (before != null) {
            return Stream.concat(switched(change, before, after), set(change, before.value(), after));
        }
        return change.target() instanceof Target.Everyone
                ? Stream.of(created(AuditTexts.featureCreated(change.feature().name()), change, after))
                : Stream.concat(
                        Stream.of(created(AuditedFlagTexts.switched(change), change, after)),
                        set(change, InitialValue.parse(change.feature().initialValue()), after));
    }

    private static Stream<AuditLine> set(FlagChange change, FeatureValue before, FeatureState after) {
        return Stream.concat(valueChanged(change, before, after), shared(change, after));
    }

    private static AuditLine created(String text, FlagChange change, FeatureState after) {
        return line(
                text,
                change,
                RelatedObject.of(after),
                ChangeType.CREATE,
                List.of(new FieldChange("enabled", null, after.enabled())));
    }

    /** In the contract the related object of a removed segment override is the feature. */
    private static AuditLine deleted(FlagChange change, FeatureState before) {
        var related = change.target() instanceof Target.OfSegment
                ? RelatedObject.of(change.feature())
                : RelatedObject.of(before);
        return line(AuditedFlagTexts.deleted(change), change, related, ChangeType.DELETE, List.of());
    }

    private static Stream<AuditLine> switched(FlagChange change, FeatureState before, FeatureState after) {
        return before.enabled() == after.enabled()
                ? Stream.empty()
                : Stream.of(updated(
                        AuditedFlagTexts.switched(change),
                        change,
                        after,
                        List.of(new FieldChange("enabled", before.enabled(), after.enabled()))));
    }

    private static Stream<AuditLine> valueChanged(FlagChange change, FeatureValue before, FeatureState after) {
        var now = after.value();
        return before.equals(now) || (isNothing(before) && isNothing(now))
                ? Stream.empty()
                : Stream.of(updated(
                        AuditedFlagTexts.valueChanged(change), change, after, FieldChange.between(before, now)));
    }

    private static Stream<AuditLine> shared(FlagChange change, FeatureState after) {
        return ShareChanges.of(change, after)
                .map(share -> updated(AuditedFlagTexts.shareChanged(change), change, after, List.of(share)));
    }

    /** Flagsmith does not distinguish an empty text from no value. */
    private static boolean isNothing(FeatureValue value) {
        return value.equals(FeatureValue.NONE) || value.equals(FeatureValue.of(""));
    }

    private static AuditLine updated(String log, FlagChange change, FeatureState after, List<FieldChange> changes) {
        return line(log, change, RelatedObject.of(after), ChangeType.UPDATE, changes);
    }

    private static AuditLine line(
            String log, FlagChange change, RelatedObject related, ChangeType type, List<FieldChange> changes) {
        var place = Place.of(change.project(), change.environment().id());
        return new AuditLine(log, place, related, type, changes);
    }
}
