package dev.flagledger.query.role;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.role.RoleHolderView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads who holds a role. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles/{roleId}")
class RoleHolderController {

    @GetMapping("/users")
    Page<RoleHolderView> users(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            HttpServletRequest request) {
        return list(access, organisationId, roleId, GrantHolder.Kind.USER, request);
    }

    @GetMapping("/groups")
    Page<RoleHolderView> groups(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            HttpServletRequest request) {
        return list(access, organisationId, roleId, GrantHolder.Kind.GROUP, request);
    }

    @GetMapping("/master-api-keys")
    Page<RoleHolderView> apiKeys(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            HttpServletRequest request) {
        return list(access, organisationId, roleId, GrantHolder.Kind.API_KEY, request);
    }

    private static Page<RoleHolderView> list(
            AccessContext access, int organisationId, int roleId, GrantHolder.Kind kind, HttpServletRequest request) {
        var organisation = access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var role = found(organisation.access().roles().find(roleId), "Role");
        var holders = role.holders().entrySet().stream()
                .filter(holding -> holding.getValue().kind() == kind)
                .toList();
        return PageRequest.fixed(request)
                .of(holders)
                .map(holding -> RoleHolderView.of(role, holding.getKey(), holding.getValue()));
    }
}
