package dev.flagledger.query.organisation;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.organisation.MemberView;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.state.organisation.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the caller's organisations, their members and projects. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationController {

    @GetMapping
    Page<OrganisationView> list(AccessContext access, HttpServletRequest request) {
        return PageRequest.fixed(request).of(visible(access).toList()).map(organisation -> view(organisation, access));
    }

    @GetMapping("/{id}")
    OrganisationView retrieve(AccessContext access, @PathVariable int id) {
        return view(access.organisation(id, Permission.ORGANISATION_ADMIN), access);
    }

    @GetMapping("/get-by-uuid/{uuid}")
    OrganisationView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var organisation =
                visible(access).filter(known -> known.uuid().equals(uuid)).findAny();
        return view(found(organisation, "Organisation"), access);
    }

    @GetMapping("/{id}/users")
    List<MemberView> members(
            AccessContext access,
            @PathVariable int id,
            @RequestParam(name = "exclude_current", defaultValue = "") String excludeCurrent) {
        var members = MemberView.of(access.organisation(id, Permission.VIEW_ORGANISATION), access.installation());
        var caller = excludeCurrent.equalsIgnoreCase("true") ? access.actor().userId() : null;
        return members.stream()
                .filter(member -> caller == null || member.id() != caller)
                .toList();
    }

    @GetMapping("/{id}/projects")
    List<ProjectView> projects(AccessContext access, @PathVariable int id) {
        found(visible(access).filter(known -> known.id() == id).findAny(), "Organisation");
        return access.installation().projectsOf(id).map(ProjectView::of).toList();
    }

    private static Stream<Organisation> visible(AccessContext access) {
        return access.installation().organisations().values().stream()
                .filter(organisation ->
                        access.may(Permission.VIEW_ORGANISATION, new Scope.OfOrganisation(organisation.id())));
    }

    private static OrganisationView view(Organisation organisation, AccessContext access) {
        return OrganisationView.seenBy(access.actor(), organisation);
    }
}
