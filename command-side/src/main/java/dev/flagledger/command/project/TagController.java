package dev.flagledger.command.project;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.project.ProjectCommand.ChangeTag;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.project.Tag;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.TagView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
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

    private final Ids ids;

    TagController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TagView create(CommandContext context, @PathVariable int projectId, Form form) {
        project(context, projectId);
        var requested = TagForm.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.TAG);
        context.send(new CreateTag(projectId, TagForm.withId(id, requested)));
        return view(context, projectId, id);
    }

    @PutMapping("/{id}")
    TagView replace(CommandContext context, @PathVariable int projectId, @PathVariable int id, Form form) {
        TagForm.requireLabel(form);
        return change(context, projectId, id, form);
    }

    @PatchMapping("/{id}")
    TagView change(CommandContext context, @PathVariable int projectId, @PathVariable int id, Form form) {
        var current = tag(project(context, projectId), id);
        var requested = TagForm.change(form, current);
        form.validate();
        context.send(new ChangeTag(projectId, new Edit<>(current, requested)));
        return view(context, projectId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int projectId, @PathVariable int id) {
        tag(project(context, projectId), id);
        context.send(new DeleteTag(projectId, id));
    }

    /** An unknown project is answered as missing here, not as forbidden. */
    private static Project project(CommandContext context, int projectId) {
        AccessContext.found(context.installation().project(projectId), "Project");
        return context.access().project(projectId, Permission.MANAGE_TAGS);
    }

    private static Tag tag(Project project, int id) {
        return AccessContext.found(Optional.ofNullable(project.tags().get(id)), "Tag");
    }

    private static TagView view(CommandContext context, int projectId, int id) {
        return TagView.of(
                projectId, tag(AccessContext.found(context.installation().project(projectId), "Project"), id));
    }
}
