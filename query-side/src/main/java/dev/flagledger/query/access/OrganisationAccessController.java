package dev.flagledger.query.access;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads permissions on an organisation. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationAccessController {

    @GetMapping("/permissions")
    List<PermissionLevel.Right> rights() {
        return PermissionLevel.ORGANISATION.rights();
    }

    @GetMapping("/{id}/my-permissions")
    PermissionsView mine(AccessContext access, @PathVariable int id) {
        access.organisation(id, Permission.VIEW_ORGANISATION);
        return ScopePermissions.me(access, PermissionLevel.ORGANISATION, new Scope.OfOrganisation(id));
    }

    @GetMapping("/{id}/user-detailed-permissions/{userId}")
    DetailedPermissionsView detailed(AccessContext access, @PathVariable int id, @PathVariable int userId) {
        access.organisation(id, Permission.VIEW_ORGANISATION);
        return ScopePermissions.detailed(access, PermissionLevel.ORGANISATION, new Scope.OfOrganisation(id), userId);
    }
}
