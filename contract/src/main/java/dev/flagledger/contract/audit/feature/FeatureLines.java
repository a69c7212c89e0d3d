package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.audit.field.FeatureFields;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of features, without those of their states. Changes of tags, owners and custom fields are listed as fields, which
 * Flagsmith does not do.
 */
public final class FeatureLines {

    private FeatureLines() {}

    public static Stream<AuditLine> of(Installation before, FeatureEvent event, Installation after) {
        int id = event.featureId();
        var now = after.projectOfFeature(id).map(project -> project.feature(id));
        return event instanceof FeatureCreated
                ? after.projectOfFeature(id).stream().flatMap(project -> created(project, project.feature(id)))
                : before.projectOfFeature(id).stream()
                        .flatMap(project -> of(project, event, now.orElseGet(() -> project.feature(id)), after));
    }

    private static Stream<AuditLine> created(Project project, Feature feature) {
        var created = new AuditLine(
                AuditTexts.featureCreated(feature.name()),
                Place.of(project),
                RelatedObject.of(feature),
                ChangeType.CREATE,
                List.of());
        var options = feature.options().values().stream().map(_ -> OptionLines.added(project, feature));
        // In the contract a feature is a standard one until it has options.
        var becameMultivariate = feature.options().isEmpty()
                ? Stream.<AuditLine>empty()
                : Stream.of(updated(
                        project,
                        feature,
                        List.of(new FieldChange(
                                "type",
                                FeatureType.STANDARD.name(),
                                feature.type().name()))));
        return Stream.of(Stream.of(created), options, becameMultivariate).flatMap(lines -> lines);
    }

    private static Stream<AuditLine> of(Project before, FeatureEvent event, Feature now, Installation after) {
        var old = before.feature(now.id());
        var changes = FeatureFields.changes(old, now);
        return switch (event) {
            case FeatureCreated _ -> Stream.empty();
            case FeatureChanged _, TypeChanged _, OwnersChanged _, GroupOwnersChanged _ ->
                Stream.of(updated(before, old, changes));
            case OptionAdded _, OptionChanged _, OptionRemoved _ ->
                Stream.concat(
                        OptionLines.of(before, old, event),
                        changes.isEmpty() ? Stream.empty() : Stream.of(updated(before, old, changes)));
            case FeatureDeleted _ ->
                Stream.concat(
                        Stream.of(new AuditLine(
                                AuditTexts.featureDeleted(old.name()),
                                Place.of(before),
                                RelatedObject.of(old),
                                ChangeType.DELETE,
                                List.of())),
                        SegmentLines.deleted(before, after));
        };
    }

    private static AuditLine updated(Project project, Feature feature, List<FieldChange> changes) {
        return new AuditLine(
                AuditTexts.featureUpdated(feature.name()),
                Place.of(project),
                RelatedObject.of(feature),
                ChangeType.UPDATE,
                changes);
    }
}
