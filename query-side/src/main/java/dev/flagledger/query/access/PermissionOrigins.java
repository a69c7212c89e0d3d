package dev.flagledger.query.access;

import dev.flagledger.access.permission.EffectiveRights;
import dev.flagledger.access.permission.RightsSource;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.GroupView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.PermissionView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.RoleView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.SourcesView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.role.RoleRights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a member's permissions come from, as they are shown. */
final class PermissionOrigins {

    private PermissionOrigins() {}

    static DetailedPermissionsView view(Installation installation, Scope scope, EffectiveRights rights) {
        var organisation = organisation(installation, scope);
        var admins = rights.sources().stream().filter(RightsSource::admin).toList();
        boolean direct = rights.inherited() || admins.stream().anyMatch(RightsSource::isDirect);
        return new DetailedPermissionsView(
                rights.admin(),
                rights.held().stream()
                        .map(permission -> {
                            var granting = rights.granting(permission).toList();
                            return new PermissionView(
                                    permission,
                                    granting.stream().anyMatch(RightsSource::isDirect),
                                    sources(organisation, granting));
                        })
                        .toList(),
                rights.admin() && direct,
                sources(organisation, rights.admin() ? admins : List.of()));
    }

    private static Organisation organisation(Installation installation, Scope scope) {
        int id = installation
                .projectOf(scope)
                .map(project -> project.organisationId())
                .orElseGet(() -> ((Scope.OfOrganisation) scope).organisationId());
        return installation.organisation(id).orElseThrow();
    }

    /** A role that a group holds is listed among the roles only. */
    private static SourcesView sources(Organisation organisation, List<RightsSource> sources) {
        var groups = sources.stream()
                .filter(source -> source.role() == null)
                .flatMap(source -> Stream.ofNullable(source.groupId()))
                .distinct()
                .sorted()
                .flatMap(id -> organisation.access().groups().find(id).stream())
                .map(group -> new GroupView(group.id(), group.details().name()))
                .toList();
        var roles = sources.stream()
                .map(source -> Optional.ofNullable(source.role()))
                .flatMap(Optional::stream)
                .map(PermissionOrigins::view)
                .distinct()
                .sorted((one, other) -> Integer.compare(one.id(), other.id()))
                .toList();
        return new SourcesView(groups, roles);
    }

    private static RoleView view(RoleRights role) {
        return new RoleView(role.roleId(), role.name(), role.tags());
    }
}
