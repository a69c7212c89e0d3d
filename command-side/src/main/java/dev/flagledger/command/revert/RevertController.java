package dev.flagledger.command.revert;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.past.PastState;
import dev.flagledger.access.past.PastStates;
import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.revert.plan.Parts;
import dev.flagledger.command.revert.plan.RevertPlan;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that lead a feature or an environment back to an earlier state. */
@RestController
class RevertController {

    private final PastStates states;
    private final Reverts reverts;

    RevertController(PastStates states, Reverts reverts) {
        this.states = states;
        this.reverts = reverts;
    }

    @PostMapping("/api/v1/projects/{projectId}/features/{featureId}/revert")
    Reverted feature(
            CommandContext context,
            @PathVariable int projectId,
            @PathVariable int featureId,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Form form) {
        var access = context.access();
        var now = access.project(projectId, Permission.CREATE_FEATURE);
        feature(now, featureId);
        var environment = form.integerOrNull("environment", null);
        var state = states.of(projectId, RevertForm.asOf(form));
        var then = project(state, now);
        feature(then, featureId);
        if (environment != null) {
            found(Optional.ofNullable(now.environments().get(environment)), "Environment");
        }
        return reverted(
                context,
                state,
                new RevertPlan(
                        then,
                        now,
                        environment == null
                                ? Parts.ofFeature(then, now, featureId)
                                : Parts.ofFlag(then, now, environment, featureId)),
                dryRun);
    }

    @PostMapping("/api/v1/environments/{apiKey}/revert")
    Reverted environment(
            CommandContext context,
            @PathVariable String apiKey,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Form form) {
        var access = context.access();
        var environment = access.environment(apiKey, Permission.UPDATE_FEATURE_STATE);
        var now = found(access.installation().project(environment.projectId()), "Project");
        var state = states.of(now.id(), RevertForm.asOf(form));
        var then = project(state, now);
        found(Optional.ofNullable(then.environments().get(environment.id())), "Environment");
        return reverted(
                context, state, new RevertPlan(then, now, Parts.ofEnvironment(then, now, environment.id())), dryRun);
    }

    private Reverted reverted(CommandContext context, PastState state, RevertPlan plan, boolean dryRun) {
        var note = "Reverts to position " + state.position();
        return reverts.make(plan, state.position(), dryRun, context.notedByDefault(plan.now(), note));
    }

    private static Project project(PastState state, Project now) {
        return found(state.installation().project(now.id()), "Project");
    }

    private static void feature(Project project, int id) {
        found(Optional.ofNullable(project.features().get(id)), "Feature");
    }
}
