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

/** What people may do with a project. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectAccessController {

    @GetMapping("/permissions")
    List<Level.Right> rights() {
        return Level.PROJECT.rights();
    }

    @GetMapping("/{id}/my-permissions")
    PermissionsView mine(Sight sight, @PathVariable int id) {
        return People.me(sight, Level.PROJECT, viewed(sight, id));
    }

    @GetMapping("/{id}/user-detailed-permissions/{userId}")
    DetailedPermissionsView detailed(Sight sight, @PathVariable int id, @PathVariable int userId) {
        return People.detailed(sight, Level.PROJECT, viewed(sight, id), userId);
    }

    @GetMapping("/{id}/all-user-permissions/{userId}")
    PermissionsView effective(Sight sight, @PathVariable int id, @PathVariable int userId) {
        return People.effective(sight, Level.PROJECT, viewed(sight, id), userId);
    }

    @GetMapping({"/{id}/user-permissions", "/{id}/user-group-permissions"})
    List<Object> granted(Sight sight, @PathVariable int id) {
        sight.project(id, Permission.PROJECT_ADMIN);
        return List.of();
    }

    private static Scope viewed(Sight sight, int id) {
        return new Scope.OfProject(sight.project(id).id());
    }
}
