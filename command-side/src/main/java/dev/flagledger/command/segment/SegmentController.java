package dev.flagledger.command.segment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.SegmentView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    SegmentController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SegmentView create(Attribution caller, @PathVariable int projectId, Form form) {
        var wanted = SegmentForm.create(form, fold.state(), project(caller, projectId));
        return create(caller, projectId, wanted);
    }

    @PutMapping("/{segmentId}")
    SegmentView replace(Attribution caller, @PathVariable int projectId, @PathVariable int segmentId, Form form) {
        var project = project(caller, projectId);
        var now = definition(project, segmentId);
        return change(caller, projectId, segmentId, now, SegmentForm.replace(form, fold.state(), project, now));
    }

    @PatchMapping("/{segmentId}")
    SegmentView change(Attribution caller, @PathVariable int projectId, @PathVariable int segmentId, Form form) {
        var project = project(caller, projectId);
        var now = definition(project, segmentId);
        return change(caller, projectId, segmentId, now, SegmentForm.change(form, fold.state(), project, now));
    }

    @DeleteMapping("/{segmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int projectId, @PathVariable int segmentId) {
        definition(project(caller, projectId), segmentId);
        commands.send(new DeleteSegment(segmentId, projectId), caller);
    }

    /** Copies everything except custom fields. */
    @PostMapping("/{segmentId}/clone")
    @ResponseStatus(HttpStatus.CREATED)
    SegmentView copy(Attribution caller, @PathVariable int projectId, @PathVariable int segmentId, Form form) {
        var original = definition(project(caller, projectId), segmentId);
        var name = SegmentForm.name(form);
        form.validate();
        var copied =
                new SegmentDefinition(name, original.description(), original.featureId(), original.rules(), List.of());
        return create(caller, projectId, copied);
    }

    private SegmentView create(Attribution caller, int projectId, SegmentDefinition wanted) {
        int id = ids.next(Ids.Kind.SEGMENT);
        var definition = wanted.with(RuleIds.given(wanted.rules(), List.of(), ids));
        commands.send(new CreateSegment(id, UUID.randomUUID(), projectId, definition), caller);
        return view(projectId, id);
    }

    private SegmentView change(
            Attribution caller, int projectId, int id, SegmentDefinition now, SegmentDefinition wanted) {
        var definition = wanted.with(RuleIds.given(wanted.rules(), now.rules(), ids));
        commands.send(new ChangeSegment(id, projectId, new Edit<>(now, definition)), caller);
        return view(projectId, id);
    }

    private Project project(Attribution caller, int projectId) {
        return new AccessContext(fold.state(), caller.actor()).project(projectId, Permission.MANAGE_SEGMENTS);
    }

    private static SegmentDefinition definition(Project project, int segmentId) {
        return AccessContext.found(Optional.ofNullable(project.segments().get(segmentId)), "Segment")
                .definition();
    }

    /** Another request may have deleted it in the meantime. */
    private SegmentView view(int projectId, int segmentId) {
        var installation = fold.state();
        var project = AccessContext.found(installation.project(projectId), "Project");
        var segment = AccessContext.found(Optional.ofNullable(project.segments().get(segmentId)), "Segment");
        return SegmentView.of(installation, project, segment);
    }
}
