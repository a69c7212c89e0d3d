package dev.flagledger.command.role.holder;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.role.RoleCommand.AddHolder;
import dev.flagledger.api.role.RoleCommand.RemoveHolder;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.role.RoleObjects;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.role.RoleHolderView;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Endpoints that give a role to holders of one kind, and take it from them. */
abstract class RoleHolders {

    private final Ids ids;

    RoleHolders(Ids ids) {
        this.ids = ids;
    }

    /** The kind of the holders. */
    abstract GrantHolder.Kind kind();

    /** The id of the holder that a form names; errors are reported in the form. */
    abstract int holder(Organisation organisation, Form form);

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoleHolderView add(CommandContext context, @PathVariable int organisationId, @PathVariable int roleId, Form form) {
        var role = RoleObjects.role(context, organisationId, roleId);
        var organisation = found(context.installation().organisation(organisationId), "Organisation");
        var holder = new GrantHolder(kind(), holder(organisation, form));
        form.validate();
        int id = ids.next(Ids.Kind.ROLE_HOLDER);
        context.send(new AddHolder(organisationId, roleId, id, holder));
        return RoleHolderView.of(role, id, holder);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            CommandContext context, @PathVariable int organisationId, @PathVariable int roleId, @PathVariable int id) {
        var role = RoleObjects.role(context, organisationId, roleId);
        found(Optional.ofNullable(role.holders().get(id)).filter(holder -> holder.kind() == kind()), "RoleHolder");
        context.send(new RemoveHolder(organisationId, roleId, id));
    }
}
