package dev.flagledger.query.identity;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes of Flagsmith's edge identities, which its hosted service keeps in another database. Here there are none. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class EdgeIdentityController {

    @GetMapping({
        "/edge-identities",
        "/edge-identities/{uuid}",
        "/edge-identities/{uuid}/list-traits",
        "/edge-identities/{uuid}/edge-featurestates",
        "/edge-identities/{uuid}/edge-featurestates/all",
        "/edge-identities/{uuid}/edge-featurestates/{state}",
        "/edge-identity-overrides"
    })
    void read(AccessContext access, @PathVariable String apiKey) {
        access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        throw Refusal.detail(HttpStatus.BAD_REQUEST, ProjectTexts.EDGE_IDENTITIES_DISABLED);
    }
}
