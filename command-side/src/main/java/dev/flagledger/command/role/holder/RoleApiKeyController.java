package dev.flagledger.command.role.holder;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.contract.error.text.access.RoleTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that give roles to API keys, and take them from them. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles/{roleId}/master-api-keys")
class RoleApiKeyController extends RoleHolders {

    private static final String FIELD = "master_api_key";

    RoleApiKeyController(Ids ids) {
        super(ids);
    }

    @Override
    GrantHolder.Kind kind() {
        return GrantHolder.Kind.API_KEY;
    }

    @Override
    int holder(Organisation organisation, Form form) {
        int id = IdFields.required(form, FIELD, organisation.apiKeys()::containsKey);
        var key = organisation.apiKeys().get(id);
        if (key != null && key.key().admin()) {
            form.reject(FIELD, RoleTexts.ADMIN_KEY);
        }
        return id;
    }
}
