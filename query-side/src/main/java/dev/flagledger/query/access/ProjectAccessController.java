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

/** Reads permissions on a project. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectAccessController {

    @GetMapping("/permissions")
    List<PermissionLevel.Right> rights() {
        return PermissionLevel.PROJECT.rights();
    }

    @GetMapping("/{id}/my-permissions")
    PermissionsView mine(AccessContext access, @PathVariable int id) {
        return ScopePermissions.me(access, PermissionLevel.PROJECT, viewed(access, id));
    }

    @GetMapping("/{id}/user-detailed-permissions/{userId}")
    DetailedPermissionsView detailed(AccessContext access, @PathVariable int id, @PathVariable int userId) {
        return ScopePermissions.detailed(access, PermissionLevel.PROJECT, viewed(access, id), userId);
    }

    @GetMapping("/{id}/all-user-permissions/{userId}")
    PermissionsView effective(AccessContext access, @PathVariable int id, @PathVariable int userId) {
        return ScopePermissions.effective(access, PermissionLevel.PROJECT, viewed(access, id), userId);
    }

    private static Scope viewed(AccessContext access, int id) {
        return new Scope.OfProject(access.project(id).id());
    }
}
