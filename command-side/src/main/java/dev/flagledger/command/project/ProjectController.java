package dev.flagledger.command.project;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    ProjectController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    /** Callers without the permission are refused before anything else is validated. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProjectView create(Attribution caller, Form form) {
        int organisation = form.integer("organisation");
        if (form.has("organisation")) {
            form.validate();
            new AccessContext(fold.state(), caller.actor())
                    .require(Permission.CREATE_PROJECT, new Scope.OfOrganisation(organisation));
        }
        var settings = ProjectForm.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.PROJECT);
        commands.send(new CreateProject(id, UUID.randomUUID(), organisation, settings), caller);
        return view(id);
    }

    @PutMapping("/{id}")
    ProjectView replace(Attribution caller, @PathVariable int id, Form form) {
        ProjectForm.requireName(form);
        return change(caller, id, form);
    }

    @PatchMapping("/{id}")
    ProjectView change(Attribution caller, @PathVariable int id, Form form) {
        var now = administered(caller, id);
        var settings = ProjectForm.change(form, now.settings());
        form.validate();
        commands.send(new ChangeProject(id, now.organisationId(), new Edit<>(now.settings(), settings)), caller);
        return view(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int id) {
        administered(caller, id);
        commands.send(new DeleteProject(id), caller);
    }

    /** Always refused: there is no edge to migrate to. */
    @PostMapping("/{id}/migrate-to-edge")
    void migrate(Attribution caller, @PathVariable int id) {
        administered(caller, id);
        throw InvalidInput.detail("Dynamo DB is not enabled for this project");
    }

    private Project administered(Attribution caller, int id) {
        var access = new AccessContext(fold.state(), caller.actor());
        var project = access.project(id);
        access.require(Permission.PROJECT_ADMIN, new Scope.OfProject(id));
        return project;
    }

    /** Another request may have deleted it in the meantime. */
    private ProjectView view(int id) {
        return ProjectView.of(AccessContext.found(fold.state().project(id), "Project"));
    }
}
