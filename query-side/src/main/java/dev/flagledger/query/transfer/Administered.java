package dev.flagledger.query.transfer;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import java.util.List;

/** Of whose environments somebody sees exports and imports: of those that they administer. */
final class Administered {

    private Administered() {}

    /** A project that there is not is missing here, not forbidden. */
    static List<Integer> environments(AccessContext access, int projectId) {
        found(access.installation().project(projectId), "Project");
        return access.project(projectId, Permission.VIEW_PROJECT).environments().keySet().stream()
                .filter(id -> access.may(Permission.ENVIRONMENT_ADMIN, new Scope.OfEnvironment(id)))
                .toList();
    }
}
