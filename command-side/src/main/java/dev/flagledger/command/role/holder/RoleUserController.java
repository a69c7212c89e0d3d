package dev.flagledger.command.role.holder;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that give roles to members, and take them from them. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles/{roleId}/users")
class RoleUserController extends RoleHolders {

    RoleUserController(Ids ids) {
        super(ids);
    }

    @Override
    GrantHolder.Kind kind() {
        return GrantHolder.Kind.USER;
    }

    @Override
    int holder(Organisation organisation, Form form) {
        return IdFields.required(form, "user", organisation.members()::containsKey);
    }
}
