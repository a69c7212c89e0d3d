package dev.flagledger.command.role;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.role.RoleCommand.ChangeRole;
import dev.flagledger.api.role.RoleCommand.CreateRole;
import dev.flagledger.api.role.RoleCommand.DeleteRole;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.role.RoleView;
import dev.flagledger.installation.id.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete roles. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles")
class RoleController {

    private final Ids ids;

    RoleController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoleView create(CommandContext context, @PathVariable int organisationId, Form form) {
        context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var details = RoleForm.create(form, tag -> RoleObjects.hasTag(context, organisationId, tag));
        int id = ids.next(Ids.Kind.ROLE);
        context.send(new CreateRole(organisationId, id, details));
        return view(context, organisationId, id);
    }

    @PutMapping("/{id}")
    RoleView replace(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        RoleForm.requiredName(form);
        return change(context, organisationId, id, form);
    }

    @PatchMapping("/{id}")
    RoleView change(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        var current = RoleObjects.role(context, organisationId, id).details();
        var wanted = RoleForm.change(form, current, tag -> RoleObjects.hasTag(context, organisationId, tag));
        context.send(new ChangeRole(organisationId, id, new Edit<>(current, wanted)));
        return view(context, organisationId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int organisationId, @PathVariable int id) {
        RoleObjects.role(context, organisationId, id);
        context.send(new DeleteRole(organisationId, id));
    }

    /** Another request may have deleted it in the meantime. */
    private static RoleView view(CommandContext context, int organisationId, int id) {
        var role = context.installation()
                .organisation(organisationId)
                .flatMap(organisation -> organisation.access().roles().find(id));
        return RoleView.of(organisationId, found(role, "Role"));
    }
}
