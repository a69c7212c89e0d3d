package dev.flagledger.command.role.grant;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.role.RoleCommand.ChangeRights;
import dev.flagledger.api.role.RoleCommand.GrantRights;
import dev.flagledger.api.role.RoleCommand.RevokeRights;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.role.RoleObjects;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.role.RoleGrantView;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Endpoints that change the permissions of a role on objects of one kind. */
abstract class RoleGrants {

    private final Ids ids;

    RoleGrants(Ids ids) {
        this.ids = ids;
    }

    /** The object that a form names. */
    abstract GrantPlace place(CommandContext context, int organisationId, Form form);

    /** The kind of the objects. */
    abstract GrantPlace.Kind kind();

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoleGrantView grant(CommandContext context, @PathVariable int organisationId, @PathVariable int roleId, Form form) {
        RoleObjects.role(context, organisationId, roleId);
        var blank = new RoleGrant(0, place(context, organisationId, form), false, List.of());
        var read = read(context, organisationId, form, blank);
        var grant = new RoleGrant(ids.next(Ids.Kind.ROLE_GRANT), read.place(), read.admin(), read.permissions());
        context.send(new GrantRights(organisationId, roleId, grant));
        return RoleGrantView.of(roleId, grant);
    }

    @PutMapping("/{id}")
    RoleGrantView change(
            CommandContext context,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            @PathVariable int id,
            Form form) {
        var grant = read(context, organisationId, form, current(context, organisationId, roleId, id));
        context.send(new ChangeRights(organisationId, roleId, grant));
        return RoleGrantView.of(roleId, grant);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            CommandContext context, @PathVariable int organisationId, @PathVariable int roleId, @PathVariable int id) {
        var current = current(context, organisationId, roleId, id);
        context.send(new RevokeRights(organisationId, roleId, id, current.place()));
    }

    private RoleGrant current(CommandContext context, int organisationId, int roleId, int id) {
        var role = RoleObjects.role(context, organisationId, roleId);
        var grant = Optional.ofNullable(role.grants().get(id))
                .filter(any -> any.place().kind() == kind())
                .filter(any -> RoleObjects.has(context, organisationId, any.place()));
        return found(grant, "RolePermission");
    }

    private static RoleGrant read(CommandContext context, int organisationId, Form form, RoleGrant current) {
        return RightsForm.read(form, current, tag -> RoleObjects.hasTag(context, organisationId, tag));
    }
}
