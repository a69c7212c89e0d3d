package dev.flagledger.query.organisation;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.organisation.TrustView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the trust relationships of an organisation. For users only, not for machines. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/trust-relationships")
class TrustController {

    @GetMapping
    Page<TrustView> list(AccessContext access, @PathVariable int organisationId, HttpServletRequest request) {
        var organisation = access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var trusts = List.copyOf(organisation.access().trusts().byId().values());
        return PageRequest.fixed(request).of(trusts).map(trust -> TrustView.of(organisation, trust));
    }

    @GetMapping("/{id}")
    TrustView retrieve(AccessContext access, @PathVariable int organisationId, @PathVariable int id) {
        var organisation = access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        return TrustView.of(organisation, found(organisation.access().trusts().find(id), "TrustRelationship"));
    }
}
