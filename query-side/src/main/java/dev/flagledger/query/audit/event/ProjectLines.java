package dev.flagledger.query.audit.event;

import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.project.Tag;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.audit.line.AuditLine;
import dev.flagledger.query.audit.line.AuditLine.Place;
import dev.flagledger.query.audit.line.AuditedKind;
import dev.flagledger.query.audit.line.FieldChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what the life of a project leaves in the audit log: its tags and its end. The contract audits neither; but what
 * takes features along, or changes how they are sorted, must not go untold.
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
            case TagCreated e -> Stream.of(AuditedKind.TAG.created(e.tag().label(), place, null));
            case TagChanged e ->
                tag(before, e.tag().id())
                        .map(old -> AuditedKind.TAG.updated(e.tag().label(), place, null, changes(old, e.tag())));
            case TagDeleted e -> tag(before, e.tagId()).map(old -> AuditedKind.TAG.deleted(old.label(), place, null));
            case ProjectDeleted _ ->
                Stream.of(AuditedKind.PROJECT.deleted(before.settings().name(), place, null));
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
