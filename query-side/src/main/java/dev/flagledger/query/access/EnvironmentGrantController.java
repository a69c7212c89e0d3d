package dev.flagledger.query.access;

import static dev.flagledger.api.grant.GrantHolder.Kind.GROUP;
import static dev.flagledger.api.grant.GrantHolder.Kind.USER;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.contract.view.grant.GrantView;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads what is granted on an environment, for those who may view it. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class EnvironmentGrantController {

    @GetMapping("/user-permissions")
    List<GrantView> ofUsers(AccessContext access, @PathVariable String apiKey) {
        return list(access, apiKey, USER);
    }

    @GetMapping("/user-permissions/{grantId}")
    GrantView ofUser(AccessContext access, @PathVariable String apiKey, @PathVariable int grantId) {
        return retrieve(access, apiKey, USER, grantId);
    }

    @GetMapping("/user-group-permissions")
    List<GrantView> ofGroups(AccessContext access, @PathVariable String apiKey) {
        return list(access, apiKey, GROUP);
    }

    @GetMapping("/user-group-permissions/{grantId}")
    GrantView ofGroup(AccessContext access, @PathVariable String apiKey, @PathVariable int grantId) {
        return retrieve(access, apiKey, GROUP, grantId);
    }

    private static List<GrantView> list(AccessContext access, String apiKey, GrantHolder.Kind kind) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        return GrantViews.inProject(
                access.installation(), project(access, environment), GrantPlace.environment(environment.id()), kind);
    }

    private static GrantView retrieve(AccessContext access, String apiKey, GrantHolder.Kind kind, int grantId) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        return GrantViews.inProject(
                project(access, environment), GrantPlace.environment(environment.id()), kind, grantId);
    }

    private static Project project(AccessContext access, Environment environment) {
        return access.installation().project(environment.projectId()).orElseThrow();
    }
}
