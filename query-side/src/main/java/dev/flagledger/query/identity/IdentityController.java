package dev.flagledger.query.identity;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.identity.IdentityView;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the identities of an environment. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities")
class IdentityController {

    /** The length of the longest identifier in quotes. */
    private static final int MAX_QUERY = 2002;

    private final Identities identities;

    IdentityController(Identities identities) {
        this.identities = identities;
    }

    @GetMapping
    Page<IdentityView> list(
            AccessContext access,
            @PathVariable String apiKey,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request) {
        var environment = access.within(apiKey, Permission.VIEW_IDENTITIES);
        TextRules.problemOf(q, MAX_QUERY).ifPresent(problem -> {
            throw InvalidInput.fields(Map.of("q", List.of(problem)));
        });
        return identities.page(environment.id(), q, PageRequest.sized(request)).map(IdentityController::view);
    }

    @GetMapping("/{id}")
    IdentityView retrieve(AccessContext access, @PathVariable String apiKey, @PathVariable int id) {
        var environment = access.within(apiKey, Permission.VIEW_IDENTITIES);
        return view(found(identities.find(environment.id(), id), "Identity"));
    }

    private static IdentityView view(KnownIdentity identity) {
        return new IdentityView(identity.id(), identity.identifier(), identity.environmentId());
    }
}
