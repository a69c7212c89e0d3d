package dev.flagledger.command.segment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.SegmentView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change, clone and delete segments. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/segments")
class SegmentController {

    private final Ids ids;

    SegmentController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SegmentView create(CommandContext context, @PathVariable int projectId, Form form) {
        var requested = SegmentForm.create(form, context.installation(), project(context, projectId));
        return create(context, projectId, requested);
    }

    @PutMapping("/{segmentId}")
    SegmentView replace(CommandContext context, @PathVariable int projectId, @PathVariable int segmentId, Form form) {
        var project = project(context, projectId);
        var current = definition(project, segmentId);
        return change(
                context,
                projectId,
                segmentId,
                current,
                SegmentForm.replace(form, context.installation(), project, current));
    }

    @PatchMapping("/{segmentId}")
    SegmentView change(CommandContext context, @PathVariable int projectId, @PathVariable int segmentId, Form form) {
        var project = project(context, projectId);
        var current = definition(project, segmentId);
        return change(
                context,
                projectId,
                segmentId,
                current,
                SegmentForm.change(form, context.installation(), project, current));
    }

    @DeleteMapping("/{segmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int projectId, @PathVariable int segmentId) {
        definition(project(context, projectId), segmentId);
        context.send(new DeleteSegment(segmentId, projectId));
    }

    /** Copies everything except custom fields. */
    @PostMapping("/{segmentId}/clone")
    @ResponseStatus(HttpStatus.CREATED)
    SegmentView copy(CommandContext context, @PathVariable int projectId, @PathVariable int segmentId, Form form) {
        var original = definition(project(context, projectId), segmentId);
        var name = SegmentForm.name(form);
        form.validate();
        var copied =
                new SegmentDefinition(name, original.description(), original.featureId(), original.rules(), List.of());
        return create(context, projectId, copied);
    }

    private SegmentView create(CommandContext context, int projectId, SegmentDefinition requested) {
        int id = ids.next(Ids.Kind.SEGMENT);
        var definition = requested.with(RuleIds.assign(requested.rules(), List.of(), ids));
        context.send(new CreateSegment(id, UUID.randomUUID(), projectId, definition));
        return view(context, projectId, id);
    }

    private SegmentView change(
            CommandContext context, int projectId, int id, SegmentDefinition current, SegmentDefinition requested) {
        var definition = requested.with(RuleIds.assign(requested.rules(), current.rules(), ids));
        context.send(new ChangeSegment(id, projectId, new Edit<>(current, definition)));
        return view(context, projectId, id);
    }

    private static Project project(CommandContext context, int projectId) {
        return context.access().project(projectId, Permission.MANAGE_SEGMENTS);
    }

    private static SegmentDefinition definition(Project project, int segmentId) {
        return AccessContext.found(Optional.ofNullable(project.segments().get(segmentId)), "Segment")
                .definition();
    }

    /** Another request may have deleted it in the meantime. */
    private static SegmentView view(CommandContext context, int projectId, int segmentId) {
        var installation = context.installation();
        var project = AccessContext.found(installation.project(projectId), "Project");
        var segment = AccessContext.found(Optional.ofNullable(project.segments().get(segmentId)), "Segment");
        return SegmentView.of(installation, project, segment);
    }
}
