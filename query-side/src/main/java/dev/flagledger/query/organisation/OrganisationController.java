package dev.flagledger.query.organisation;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.organisation.MemberView;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's organisations, their members and their projects. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationController {

    @GetMapping
    Page<OrganisationView> list(Sight sight, HttpServletRequest request) {
        return PageRequest.fixed(request).of(visible(sight).toList()).map(organisation -> view(organisation, sight));
    }

    @GetMapping("/{id}")
    OrganisationView retrieve(Sight sight, @PathVariable int id) {
        return view(sight.organisation(id, Permission.ORGANISATION_ADMIN), sight);
    }

    @GetMapping("/get-by-uuid/{uuid}")
    OrganisationView retrieve(Sight sight, @PathVariable UUID uuid) {
        var organisation =
                visible(sight).filter(known -> known.uuid().equals(uuid)).findAny();
        return view(found(organisation, "Organisation"), sight);
    }

    @GetMapping("/{id}/users")
    List<MemberView> members(
            Sight sight,
            @PathVariable int id,
            @RequestParam(name = "exclude_current", defaultValue = "") String excludeCurrent) {
        var members = MemberView.of(sight.organisation(id, Permission.VIEW_ORGANISATION), sight.installation());
        var caller = excludeCurrent.equalsIgnoreCase("true") ? sight.actor().userId() : null;
        return members.stream()
                .filter(member -> caller == null || member.id() != caller)
                .toList();
    }

    @GetMapping("/{id}/projects")
    List<ProjectView> projects(Sight sight, @PathVariable int id) {
        found(visible(sight).filter(known -> known.id() == id).findAny(), "Organisation");
        return sight.installation().projects().values().stream()
                .filter(project -> project.organisationId() == id)
                .map(ProjectView::of)
                .toList();
    }

    private static Stream<Organisation> visible(Sight sight) {
        return sight.installation().organisations().values().stream()
                .filter(organisation ->
                        sight.may(Permission.VIEW_ORGANISATION, new Scope.OfOrganisation(organisation.id())));
    }

    private static OrganisationView view(Organisation organisation, Sight sight) {
        return OrganisationView.seenBy(sight.actor(), organisation);
    }
}
