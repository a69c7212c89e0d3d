package dev.flagledger.command.feature.owner;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.Set;

/** Who may own features of a project: users that may view it, and groups of its organisation. */
public final class PossibleOwners {

    private PossibleOwners() {}

    /** Returns those of the users that may not view the project. */
    public static List<Integer> withoutAccess(Installation installation, int projectId, List<Integer> users) {
        var scope = new Scope.OfProject(projectId);
        return users.stream()
                .filter(id -> !AccessPolicy.may(installation, Actor.user(id, ""), Permission.VIEW_PROJECT, scope))
                .toList();
    }

    /** Returns the ids of the groups of a project's organisation; none if the project has been deleted. */
    public static Set<Integer> groups(Installation installation, int projectId) {
        return installation
                .project(projectId)
                .flatMap(project -> installation.organisation(project.organisationId()))
                .<Set<Integer>>map(
                        organisation -> organisation.access().groups().byId().keySet())
                .orElse(Set.of());
    }
}
