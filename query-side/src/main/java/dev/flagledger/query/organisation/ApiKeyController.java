package dev.flagledger.query.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.organisation.ApiKeyView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the API keys of an organisation, without their secrets. For users only, not for API keys. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/master-api-keys")
class ApiKeyController {

    private final Clock clock;

    ApiKeyController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping
    Page<ApiKeyView> list(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        var organisation = access.organisation(id, Permission.ORGANISATION_ADMIN);
        var newestFirst = organisation.ownKeys().reversed();
        var now = clock.instant();
        return PageRequest.fixed(request).of(newestFirst).map(key -> ApiKeyView.of(key, now));
    }

    @GetMapping("/{prefix}")
    ApiKeyView retrieve(AccessContext access, @PathVariable int id, @PathVariable String prefix) {
        var organisation = access.organisation(id, Permission.ORGANISATION_ADMIN);
        return ApiKeyView.of(AccessContext.found(organisation.ownKeyOfPrefix(prefix), "MasterAPIKey"), clock.instant());
    }
}
