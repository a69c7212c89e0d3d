package dev.flagledger.query.identity;

import dev.flagledger.api.access.Permission;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.platform.http.InvalidInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Flagsmith's own service has identities that are kept in another database: no project here has those. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class EdgeIdentityController {

    @GetMapping({
        "/edge-identities",
        "/edge-identities/{identity}",
        "/edge-identities/{identity}/list-traits",
        "/edge-identities/{identity}/edge-featurestates",
        "/edge-identities/{identity}/edge-featurestates/all",
        "/edge-identities/{identity}/edge-featurestates/{state}",
        "/edge-identity-overrides"
    })
    void read(Sight sight, @PathVariable String apiKey) {
        sight.within(apiKey, Permission.VIEW_ENVIRONMENT);
        throw InvalidInput.detail("Dynamo DB is not enabled for this project");
    }
}
