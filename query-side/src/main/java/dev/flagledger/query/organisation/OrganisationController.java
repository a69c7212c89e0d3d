package dev.flagledger.query.organisation;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.access.Access;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Organisation;
import dev.flagledger.engine.view.MemberView;
import dev.flagledger.engine.view.OrganisationView;
import dev.flagledger.engine.view.ProjectView;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.paging.Page;
import dev.flagledger.platform.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's organisations, their members and their projects. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationController {

    private final LiveFold<Installation> fold;

    OrganisationController(LiveFold<Installation> fold) {
        this.fold = fold;
    }

    @GetMapping
    Page<OrganisationView> list(Actor caller, HttpServletRequest request) {
        var sight = sight(caller);
        return PageRequest.fixed(request).of(visible(sight).toList()).map(organisation -> view(organisation, sight));
    }

    @GetMapping("/{id}")
    OrganisationView retrieve(Actor caller, @PathVariable int id) {
        var sight = sight(caller);
        return view(sight.organisation(id, Permission.ORGANISATION_ADMIN), sight);
    }

    @GetMapping("/get-by-uuid/{uuid}")
    OrganisationView retrieve(Actor caller, @PathVariable UUID uuid) {
        var sight = sight(caller);
        var organisation =
                visible(sight).filter(known -> known.uuid().equals(uuid)).findAny();
        return view(found(organisation, "Organisation"), sight);
    }

    @GetMapping("/{id}/users")
    List<MemberView> members(Actor caller, @PathVariable int id) {
        var sight = sight(caller);
        return MemberView.of(sight.organisation(id, Permission.VIEW_ORGANISATION), sight.installation());
    }

    @GetMapping("/{id}/projects")
    List<ProjectView> projects(Actor caller, @PathVariable int id) {
        var sight = sight(caller);
        found(visible(sight).filter(known -> known.id() == id).findAny(), "Organisation");
        return sight.installation().projects().values().stream()
                .filter(project -> project.organisationId() == id)
                .map(ProjectView::of)
                .toList();
    }

    private Sight sight(Actor caller) {
        return new Sight(fold.state(), caller);
    }

    private static Stream<Organisation> visible(Sight sight) {
        return sight.installation().organisations().values().stream()
                .filter(organisation ->
                        sight.may(Permission.VIEW_ORGANISATION, new Scope.OfOrganisation(organisation.id())));
    }

    private static OrganisationView view(Organisation organisation, Sight sight) {
        var scope = new Scope.OfOrganisation(organisation.id());
        var role = Access.roleIn(sight.installation(), sight.actor(), scope);
        return OrganisationView.of(organisation, role.orElse(null));
    }
}
