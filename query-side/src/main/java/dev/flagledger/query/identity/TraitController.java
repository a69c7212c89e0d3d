package dev.flagledger.query.identity;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.identity.TraitView;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownTrait;
import dev.flagledger.installation.identity.Traits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the traits of an identity, and the trait keys of an environment. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class TraitController {

    private final Identities identities;
    private final Traits traits;

    TraitController(Identities identities, Traits traits) {
        this.identities = identities;
        this.traits = traits;
    }

    @GetMapping("/trait-keys")
    Keys keys(AccessContext access, @PathVariable String apiKey) {
        return new Keys(traits.keys(
                access.environment(apiKey, Permission.VIEW_ENVIRONMENT).id()));
    }

    /** The trait keys of an environment. */
    record Keys(List<String> keys) {}

    @GetMapping("/identities/{identityId}/traits")
    Page<TraitView> list(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            HttpServletRequest request) {
        requireIdentity(access, apiKey, identityId);
        return PageRequest.fixed(request).of(traits.of(identityId)).map(TraitController::view);
    }

    @GetMapping("/identities/{identityId}/traits/{id}")
    TraitView retrieve(
            AccessContext access, @PathVariable String apiKey, @PathVariable int identityId, @PathVariable int id) {
        requireIdentity(access, apiKey, identityId);
        return view(found(traits.find(identityId, id), "Trait"));
    }

    private void requireIdentity(AccessContext access, String apiKey, int identityId) {
        var environment = access.within(apiKey, Permission.VIEW_IDENTITIES);
        found(identities.find(environment.id(), identityId), "Identity");
    }

    private static TraitView view(KnownTrait known) {
        return TraitView.of(known.trait(), known.createdAt());
    }
}
