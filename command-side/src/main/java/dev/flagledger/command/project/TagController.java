package dev.flagledger.command.project;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.project.ProjectCommand.ChangeTag;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.project.Tag;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.TagView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete a project's tags. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/tags")
class TagController {

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    TagController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TagView create(Attribution caller, @PathVariable int projectId, Form form) {
        project(caller, projectId);
        var wanted = TagForm.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.TAG);
        commands.send(new CreateTag(projectId, TagForm.with(id, wanted)), caller);
        return view(projectId, id);
    }

    @PutMapping("/{id}")
    TagView replace(Attribution caller, @PathVariable int projectId, @PathVariable int id, Form form) {
        TagForm.requireLabel(form);
        return change(caller, projectId, id, form);
    }

    @PatchMapping("/{id}")
    TagView change(Attribution caller, @PathVariable int projectId, @PathVariable int id, Form form) {
        var now = tag(project(caller, projectId), id);
        var wanted = TagForm.change(form, now);
        form.validate();
        commands.send(new ChangeTag(projectId, new Edit<>(now, wanted)), caller);
        return view(projectId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int projectId, @PathVariable int id) {
        tag(project(caller, projectId), id);
        commands.send(new DeleteTag(projectId, id), caller);
    }

    /** An unknown project is answered as missing here, not as forbidden. */
    private Project project(Attribution caller, int projectId) {
        AccessContext.found(fold.state().project(projectId), "Project");
        return new AccessContext(fold.state(), caller.actor()).project(projectId, Permission.MANAGE_TAGS);
    }

    private static Tag tag(Project project, int id) {
        return AccessContext.found(Optional.ofNullable(project.tags().get(id)), "Tag");
    }

    private TagView view(int projectId, int id) {
        return TagView.of(projectId, tag(AccessContext.found(fold.state().project(projectId), "Project"), id));
    }
}
