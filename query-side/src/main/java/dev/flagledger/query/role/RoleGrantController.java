package dev.flagledger.query.role;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.role.RoleGrantView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the permissions of a role. Those on objects that were deleted are not shown. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/roles/{roleId}")
class RoleGrantController {

    @GetMapping("/organisation-permissions")
    Page<RoleGrantView> onOrganisation(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            HttpServletRequest request) {
        return list(access, organisationId, roleId, request, place -> place.kind() == GrantPlace.Kind.ORGANISATION);
    }

    @GetMapping("/projects-permissions")
    Page<RoleGrantView> onProjects(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            Form query,
            HttpServletRequest request) {
        var wanted = wanted(query, "project");
        return list(access, organisationId, roleId, request, of(GrantPlace.Kind.PROJECT, wanted));
    }

    @GetMapping("/environments-permissions")
    Page<RoleGrantView> onEnvironments(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int roleId,
            Form query,
            HttpServletRequest request) {
        var wanted = wanted(query, "environment");
        return list(access, organisationId, roleId, request, of(GrantPlace.Kind.ENVIRONMENT, wanted));
    }

    private static Page<RoleGrantView> list(
            AccessContext access,
            int organisationId,
            int roleId,
            HttpServletRequest request,
            Predicate<GrantPlace> wanted) {
        var organisation = access.organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var role = found(organisation.access().roles().find(roleId), "Role");
        var grants = role.grants().values().stream()
                .filter(grant -> wanted.test(grant.place()))
                .filter(grant -> exists(access, grant))
                .toList();
        return PageRequest.fixed(request).of(grants).map(grant -> RoleGrantView.of(roleId, grant));
    }

    private static boolean exists(AccessContext access, RoleGrant grant) {
        return grant.place().kind() == GrantPlace.Kind.ORGANISATION
                || access.installation().projectOf(grant.place().scope()).isPresent();
    }

    private static Predicate<GrantPlace> of(GrantPlace.Kind kind, @Nullable Integer id) {
        return place -> place.kind() == kind && (id == null || place.id() == id);
    }

    private static @Nullable Integer wanted(Form query, String field) {
        var id = query.integerOrNull(field, null);
        query.validate();
        return id;
    }
}
