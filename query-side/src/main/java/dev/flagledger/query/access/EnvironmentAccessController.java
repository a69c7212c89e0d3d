package dev.flagledger.query.access;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;
import dev.flagledger.engine.access.Level;
import dev.flagledger.engine.access.Sight;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people may do with an environment. Upstream also tells strangers; here it is missing for them. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentAccessController {

    @GetMapping("/permissions")
    List<Level.Right> rights() {
        return Level.ENVIRONMENT.rights();
    }

    @GetMapping("/{apiKey}/my-permissions")
    PermissionsView mine(Sight sight, @PathVariable String apiKey) {
        return People.me(sight, Level.ENVIRONMENT, viewed(sight, apiKey));
    }

    @GetMapping("/{apiKey}/user-detailed-permissions/{userId}")
    DetailedPermissionsView detailed(Sight sight, @PathVariable String apiKey, @PathVariable int userId) {
        return People.detailed(sight, Level.ENVIRONMENT, viewed(sight, apiKey), userId);
    }

    @GetMapping({"/{apiKey}/user-permissions", "/{apiKey}/user-group-permissions"})
    List<Object> granted(Sight sight, @PathVariable String apiKey) {
        sight.within(apiKey, Permission.VIEW_ENVIRONMENT);
        return List.of();
    }

    private static Scope viewed(Sight sight, String apiKey) {
        return new Scope.OfEnvironment(sight.environment(apiKey).id());
    }
}
