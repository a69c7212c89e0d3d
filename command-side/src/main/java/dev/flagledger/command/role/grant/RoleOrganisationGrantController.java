package dev.flagledger.command.role.grant;

import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.installation.id.Ids;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the permissions of a role on the organisation. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles/{roleId}/organisation-permissions")
class RoleOrganisationGrantController extends RoleGrants {

    RoleOrganisationGrantController(Ids ids) {
        super(ids);
    }

    @Override
    GrantPlace.Kind kind() {
        return GrantPlace.Kind.ORGANISATION;
    }

    @Override
    GrantPlace place(CommandContext context, int organisationId, Form form) {
        return GrantPlace.organisation(organisationId);
    }
}
