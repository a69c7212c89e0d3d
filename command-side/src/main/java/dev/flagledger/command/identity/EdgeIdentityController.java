package dev.flagledger.command.identity;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints of Flagsmith's edge identities, which are refused: they need a database that this server does not have.
 */
@RestController
@RequestMapping("/api/v1/environments")
class EdgeIdentityController {

    private static final String ONE = "/{apiKey}/edge-identities/{uuid}";
    private static final String STATES = ONE + "/edge-featurestates";
    private static final String BY_NAME = "/environments/{apiKey}/edge-identities-featurestates";

    @PostMapping({"/{apiKey}/edge-identities", STATES, STATES + "/clone-from-given-identity"})
    void create(AccessContext access, @PathVariable String apiKey) {
        refuse(access, apiKey);
    }

    @PutMapping({ONE + "/update-traits", STATES + "/{state}", BY_NAME})
    void change(AccessContext access, @PathVariable String apiKey) {
        refuse(access, apiKey);
    }

    @DeleteMapping({ONE, STATES + "/{state}", BY_NAME})
    void delete(AccessContext access, @PathVariable String apiKey) {
        refuse(access, apiKey);
    }

    private static void refuse(AccessContext access, String apiKey) {
        access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        throw Refusal.detail(HttpStatus.BAD_REQUEST, ProjectTexts.EDGE_IDENTITIES_DISABLED);
    }
}
