package dev.flagledger.query.organisation;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.organisation.OidcProviderView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the identity providers of an organisation that speak OpenID Connect. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/oidc-providers")
class OidcProviderController {

    private final OwnAddress address;

    OidcProviderController(OwnAddress address) {
        this.address = address;
    }

    @GetMapping
    Page<OidcProviderView> list(AccessContext access, @PathVariable int organisation, HttpServletRequest request) {
        var server = address.of(request);
        var all = access.organisation(organisation, Permission.ORGANISATION_ADMIN)
                .access()
                .providers()
                .oidc();
        return PageRequest.fixed(request)
                .of(List.copyOf(all.entrySet()))
                .map(entry -> OidcProviderView.of(entry.getKey(), organisation, entry.getValue(), server));
    }

    @GetMapping("/{id}")
    OidcProviderView retrieve(
            AccessContext access, @PathVariable int organisation, @PathVariable int id, HttpServletRequest request) {
        var all = access.organisation(organisation, Permission.ORGANISATION_ADMIN)
                .access()
                .providers()
                .oidc();
        return OidcProviderView.of(
                id, organisation, found(Optional.ofNullable(all.get(id)), "OidcProvider"), address.of(request));
    }
}
