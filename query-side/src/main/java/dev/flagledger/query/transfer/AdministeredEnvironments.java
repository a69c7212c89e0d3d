package dev.flagledger.query.transfer;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import java.util.List;

/** Selects the environments that the caller administers, and whose exports and imports are listed. */
final class AdministeredEnvironments {

    private AdministeredEnvironments() {}

    /** Unlike on other routes, a project that does not exist is not found instead of forbidden. */
    static List<Integer> of(AccessContext access, int projectId) {
        found(access.installation().project(projectId), "Project");
        return access.project(projectId, Permission.VIEW_PROJECT).environments().keySet().stream()
                .filter(id -> access.may(Permission.ENVIRONMENT_ADMIN, new Scope.OfEnvironment(id)))
                .toList();
    }
}
