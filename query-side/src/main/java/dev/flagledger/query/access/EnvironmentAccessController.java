package dev.flagledger.query.access;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads permissions on an environment. Unlike in Flagsmith, it is not found for callers who may not view it. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentAccessController {

    @GetMapping("/permissions")
    List<PermissionLevel.Right> rights() {
        return PermissionLevel.ENVIRONMENT.rights();
    }

    @GetMapping("/{apiKey}/my-permissions")
    PermissionsView mine(AccessContext access, @PathVariable String apiKey) {
        return ScopePermissions.me(access, PermissionLevel.ENVIRONMENT, viewed(access, apiKey));
    }

    @GetMapping("/{apiKey}/user-detailed-permissions/{userId}")
    DetailedPermissionsView detailed(AccessContext access, @PathVariable String apiKey, @PathVariable int userId) {
        return ScopePermissions.detailed(access, PermissionLevel.ENVIRONMENT, viewed(access, apiKey), userId);
    }

    private static Scope viewed(AccessContext access, String apiKey) {
        return new Scope.OfEnvironment(access.environment(apiKey).id());
    }
}
