package dev.flagledger.query.scim;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.view.organisation.ScimConfigurationView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads how an organisation is connected with its directory. For users only, not for machines. */
@RestController
class ScimConfigurationController {

    private final OwnAddress address;

    ScimConfigurationController(OwnAddress address) {
        this.address = address;
    }

    @GetMapping("/api/v1/organisations/{id}/scim")
    ScimConfigurationView retrieve(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        var provisioning =
                access.organisation(id, Permission.ORGANISATION_ADMIN).access().provisioning();
        return ScimConfigurationView.of(
                found(Optional.ofNullable(provisioning.connection()), "ScimConfiguration"),
                ScimAddress.below(address.of(request)));
    }
}
