package dev.flagledger.contract.audit.event;

import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.project.Tag;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.ObjectLines;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of projects: their tags and their deletion. The contract audits neither, but they delete features or change how
 * these are classified.
 */
final class ProjectLines {

    private ProjectLines() {}

    static Stream<AuditLine> of(Installation before, ProjectEvent event) {
        return before.project(event.projectId()).stream().flatMap(project -> of(project, event));
    }

    private static Stream<AuditLine> of(Project before, ProjectEvent event) {
        var place = Place.of(before);
        return switch (event) {
            case ProjectCreated _, ProjectChanged _ -> Stream.empty();
            case TagCreated e ->
                Stream.of(ObjectLines.created(AuditedKind.TAG, e.tag().label(), place, null));
            case TagChanged e ->
                tag(before, e.tag().id())
                        .map(old -> ObjectLines.updated(
                                AuditedKind.TAG, e.tag().label(), place, null, changes(old, e.tag())));
            case TagDeleted e ->
                tag(before, e.tagId()).map(old -> ObjectLines.deleted(AuditedKind.TAG, old.label(), place, null));
            case ProjectDeleted _ ->
                Stream.of(ObjectLines.deleted(
                        AuditedKind.PROJECT, before.settings().name(), place, null));
        };
    }

    private static Stream<Tag> tag(Project project, int id) {
        return Stream.ofNullable(project.tags().get(id));
    }

    private static List<FieldChange> changes(Tag old, Tag now) {
        return FieldChange.differing(
                new FieldChange("label", old.label(), now.label()),
                new FieldChange("color", old.colour(), now.colour()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("is_permanent", old.permanent(), now.permanent()));
    }
}
