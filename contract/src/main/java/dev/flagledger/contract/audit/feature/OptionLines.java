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
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;

/** The lines of multivariate options. The contract has no text for a changed option. */
final class OptionLines {

    private OptionLines() {}

    static Stream<AuditLine> of(Project project, Feature before, FeatureEvent event) {
        return switch (event) {
            case OptionAdded _ -> Stream.of(added(project, before));
            case OptionChanged e ->
                Stream.ofNullable(before.options().get(e.option().id()))
                        .map(old -> line(
                                AuditTexts.optionUpdated(before.name()),
                                project,
                                before,
                                ChangeType.UPDATE,
                                changes(old, e.option())));
            case OptionRemoved _ ->
                Stream.of(line(AuditTexts.optionRemoved(before.name()), project, before, ChangeType.DELETE, List.of()));
            case FeatureCreated _,
                    FeatureChanged _,
                    TypeChanged _,
                    OwnersChanged _,
                    GroupOwnersChanged _,
                    FeatureDeleted _ -> Stream.empty();
        };
    }

    static AuditLine added(Project project, Feature feature) {
        return line(AuditTexts.optionAdded(feature.name()), project, feature, ChangeType.CREATE, List.of());
    }

    private static AuditLine line(
            String text, Project project, Feature feature, ChangeType type, List<FieldChange> changes) {
        return new AuditLine(text, Place.of(project), RelatedObject.of(feature), type, changes);
    }

    private static List<FieldChange> changes(MultivariateOption old, MultivariateOption now) {
        var share = FieldChange.differing(
                new FieldChange("default_percentage_allocation", old.defaultPercentage(), now.defaultPercentage()),
                new FieldChange("key", old.key(), now.key()));
        return Stream.of(FieldChange.between(old.value(), now.value()), share)
                .flatMap(List::stream)
                .toList();
    }
}
