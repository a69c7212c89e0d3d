package dev.flagledger.command.role.grant;

import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.role.RoleObjects;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.installation.id.Ids;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the permissions of a role on environments. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles/{roleId}/environments-permissions")
class RoleEnvironmentGrantController extends RoleGrants {

    RoleEnvironmentGrantController(Ids ids) {
        super(ids);
    }

    @Override
    GrantPlace.Kind kind() {
        return GrantPlace.Kind.ENVIRONMENT;
    }

    @Override
    GrantPlace place(CommandContext context, int organisationId, Form form) {
        return GrantPlace.environment(IdFields.required(
                form, "environment", id -> RoleObjects.has(context, organisationId, GrantPlace.environment(id))));
    }
}
