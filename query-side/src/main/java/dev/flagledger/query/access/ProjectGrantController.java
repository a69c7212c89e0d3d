package dev.flagledger.query.access;

import static dev.flagledger.api.grant.GrantHolder.Kind.GROUP;
import static dev.flagledger.api.grant.GrantHolder.Kind.USER;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.contract.view.grant.GrantView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads what is granted on a project, for its admins. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class ProjectGrantController {

    @GetMapping("/user-permissions")
    List<GrantView> ofUsers(AccessContext access, @PathVariable int id) {
        return list(access, id, USER);
    }

    @GetMapping("/user-permissions/{grantId}")
    GrantView ofUser(AccessContext access, @PathVariable int id, @PathVariable int grantId) {
        return retrieve(access, id, USER, grantId);
    }

    @GetMapping("/user-group-permissions")
    List<GrantView> ofGroups(AccessContext access, @PathVariable int id) {
        return list(access, id, GROUP);
    }

    @GetMapping("/user-group-permissions/{grantId}")
    GrantView ofGroup(AccessContext access, @PathVariable int id, @PathVariable int grantId) {
        return retrieve(access, id, GROUP, grantId);
    }

    private static List<GrantView> list(AccessContext access, int id, GrantHolder.Kind kind) {
        var project = access.project(id, Permission.PROJECT_ADMIN);
        return GrantViews.inProject(access.installation(), project, GrantPlace.project(id), kind);
    }

    private static GrantView retrieve(AccessContext access, int id, GrantHolder.Kind kind, int grantId) {
        var project = access.project(id, Permission.PROJECT_ADMIN);
        return GrantViews.inProject(project, GrantPlace.project(id), kind, grantId);
    }
}
