package dev.flagledger.query.role;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.role.RoleView;
import dev.flagledger.engine.state.organisation.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads roles: all of an organisation, and those that a member, group or API key holds. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}")
class RoleController {

    @GetMapping("/roles")
    Page<RoleView> list(AccessContext access, @PathVariable int organisationId, HttpServletRequest request) {
        var roles = organisation(access, organisationId).access().roles().byId().values();
        return PageRequest.fixed(request).of(List.copyOf(roles)).map(role -> RoleView.of(organisationId, role));
    }

    @GetMapping("/roles/{id}")
    RoleView retrieve(AccessContext access, @PathVariable int organisationId, @PathVariable int id) {
        var role = organisation(access, organisationId).access().roles().find(id);
        return RoleView.of(organisationId, found(role, "Role"));
    }

    @GetMapping("/users/{userId}/roles")
    Page<RoleView> ofMember(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int userId,
            HttpServletRequest request) {
        var organisation = organisation(access, organisationId);
        found(Optional.ofNullable(organisation.members().get(userId)), "FFAdminUser");
        return heldBy(organisation, GrantHolder.user(userId), request);
    }

    @GetMapping("/groups/{groupId}/roles")
    Page<RoleView> ofGroup(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int groupId,
            HttpServletRequest request) {
        var organisation = organisation(access, organisationId);
        found(organisation.access().groups().find(groupId), "UserPermissionGroup");
        return heldBy(organisation, GrantHolder.group(groupId), request);
    }

    @GetMapping("/master-api-keys/{prefix}/roles")
    Page<RoleView> ofApiKey(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable String prefix,
            HttpServletRequest request) {
        var organisation = organisation(access, organisationId);
        var issued = found(organisation.keyOfPrefix(prefix), "MasterAPIKey");
        return heldBy(organisation, GrantHolder.apiKey(issued.key().id()), request);
    }

    private static Page<RoleView> heldBy(Organisation organisation, GrantHolder holder, HttpServletRequest request) {
        var roles = organisation.access().roles().heldBy(holder).toList();
        return PageRequest.fixed(request).of(roles).map(role -> RoleView.of(organisation.id(), role));
    }

    private static Organisation organisation(AccessContext access, int id) {
        return access.organisation(id, Permission.ORGANISATION_ADMIN);
    }
}
