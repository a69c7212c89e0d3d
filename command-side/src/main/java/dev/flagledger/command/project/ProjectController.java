package dev.flagledger.command.project;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.grant.CreatorGrants;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
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

/** Endpoints that create, change and delete projects. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    private final Ids ids;
    private final CreatorGrants grants;

    ProjectController(Ids ids, CreatorGrants grants) {
        this.ids = ids;
        this.grants = grants;
    }

    /** Callers without the permission are refused before anything else is validated. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProjectView create(CommandContext context, Form form) {
        int organisation = form.integer("organisation");
        if (form.has("organisation")) {
            form.validate();
            context.access().require(Permission.CREATE_PROJECT, new Scope.OfOrganisation(organisation));
        }
        var settings = ProjectForm.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.PROJECT);
        var creator = grants.ofCreator(context.actor(), GrantPlace.project(id));
        context.send(new CreateProject(id, UUID.randomUUID(), organisation, settings, creator));
        return view(context, id);
    }

    @PutMapping("/{id}")
    ProjectView replace(CommandContext context, @PathVariable int id, Form form) {
        ProjectForm.requireName(form);
        return change(context, id, form);
    }

    @PatchMapping("/{id}")
    ProjectView change(CommandContext context, @PathVariable int id, Form form) {
        var current = administered(context, id);
        var settings = ProjectForm.change(form, current.settings());
        form.validate();
        context.send(new ChangeProject(id, current.organisationId(), new Edit<>(current.settings(), settings)));
        return view(context, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id) {
        administered(context, id);
        context.send(new DeleteProject(id));
    }

    /** Always refused: there is no edge to migrate to. */
    @PostMapping("/{id}/migrate-to-edge")
    void migrate(CommandContext context, @PathVariable int id) {
        administered(context, id);
        throw InvalidInput.detail(ProjectTexts.EDGE_IDENTITIES_DISABLED);
    }

    private static Project administered(CommandContext context, int id) {
        var access = context.access();
        var project = access.project(id);
        access.require(Permission.PROJECT_ADMIN, new Scope.OfProject(id));
        return project;
    }

    /** Another request may have deleted it in the meantime. */
    private static ProjectView view(CommandContext context, int id) {
        return ProjectView.of(AccessContext.found(context.installation().project(id), "Project"));
    }
}
