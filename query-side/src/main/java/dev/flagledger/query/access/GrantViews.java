package dev.flagledger.query.access;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.contract.error.text.access.GrantTexts;
import dev.flagledger.contract.view.grant.GrantView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.grant.Grants;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.function.Predicate;

/** Grants on one object, as they are shown to who may see them. */
final class GrantViews {

    private GrantViews() {}

    /** The grants of the organisation's members or groups that match. */
    static List<GrantView> onOrganisation(
            Installation installation, Organisation organisation, GrantHolder.Kind kind, Predicate<Grant> wanted) {
        return list(
                installation,
                organisation,
                of(organisation.access().grants(), GrantPlace.organisation(organisation.id()), kind).stream()
                        .filter(wanted)
                        .toList());
    }

    /** The grants of members or groups on a project or an environment in it. */
    static List<GrantView> inProject(
            Installation installation, Project project, GrantPlace place, GrantHolder.Kind kind) {
        var organisation = installation.organisation(project.organisationId()).orElseThrow();
        return list(installation, organisation, of(project.grants(), place, kind));
    }

    /** One grant on a project or an environment in it. */
    static GrantView inProject(Project project, GrantPlace place, GrantHolder.Kind kind, int id) {
        var grant =
                project.grants().find(place, id).filter(known -> known.holder().kind() == kind);
        return GrantView.of(AccessContext.found(grant, GrantTexts.model(kind, place.kind())));
    }

    private static List<Grant> of(Grants grants, GrantPlace place, GrantHolder.Kind kind) {
        return grants.on(place).stream()
                .filter(grant -> grant.holder().kind() == kind)
                .toList();
    }

    private static List<GrantView> list(Installation installation, Organisation organisation, List<Grant> grants) {
        return grants.stream()
                .map(grant -> GrantView.listed(installation, organisation, grant))
                .toList();
    }
}
