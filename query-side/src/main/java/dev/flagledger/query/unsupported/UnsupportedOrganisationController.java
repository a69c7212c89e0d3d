package dev.flagledger.query.unsupported;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The unsupported resources of organisations. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class UnsupportedOrganisationController {

    @GetMapping("/integrations/github")
    @GetMapping("/roles")
    Page<Object> pageForMembers(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        access.organisation(id, Permission.VIEW_ORGANISATION);
        return EmptyPage.of(request);
    }

    @GetMapping({"/integrations/github", "/trust-relationships"})
    Page<Object> pageForAdmins(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return EmptyPage.of(request);
    }

    @GetMapping("/integrations/grafana")
    List<Object> listForAdmins(AccessContext access, @PathVariable int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return List.of();
    }

    @GetMapping("/invites")
    Page<Object> pageForPrivileged(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        access.requireAdmin(id);
        return EmptyPage.of(request);
    }

    @GetMapping("/invite-links")
    List<Object> listForPrivileged(AccessContext access, @PathVariable int id) {
        access.requireAdmin(id);
        return List.of();
    }

    @GetMapping("/users/{userId}/roles")
    Page<Object> rolesOfMember(
            AccessContext access, @PathVariable int id, @PathVariable int userId, HttpServletRequest request) {
        var members = access.organisation(id, Permission.ORGANISATION_ADMIN).members();
        found(Optional.ofNullable(members.get(userId)), "FFAdminUser");
        return EmptyPage.of(request);
    }

    @GetMapping("/master-api-keys/{prefix}/roles")
    Page<Object> rolesOfKey(
            AccessContext access, @PathVariable int id, @PathVariable String prefix, HttpServletRequest request) {
        var organisation = access.organisation(id, Permission.ORGANISATION_ADMIN);
        found(organisation.keyOfPrefix(prefix), "MasterAPIKey");
        return EmptyPage.of(request);
    }
}
