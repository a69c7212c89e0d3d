package dev.flagledger.command.revert;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.past.PastState;
import dev.flagledger.installation.past.PastStates;
import java.util.List;
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

    /**
     * The response to a revert.
     *
     * @param revertedTo the position of the state of then
     * @param differences what has changed, or would change
     */
    record Reverted(long revertedTo, List<DifferenceView> differences) {}

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
                                ? Part.ofFeature(then, now, featureId)
                                : Part.ofFlag(then, now, environment, featureId)),
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
                context, state, new RevertPlan(then, now, Part.ofEnvironment(then, now, environment.id())), dryRun);
    }

    private Reverted reverted(CommandContext context, PastState state, RevertPlan plan, boolean dryRun) {
        if (dryRun) {
            return new Reverted(state.position(), plan.differences());
        }
        reverts.make(plan, context.notedByDefault("Reverts to position " + state.position()));
        var after = found(context.installation().project(plan.now().id()), "Project");
        return new Reverted(state.position(), plan.differences(after));
    }

    private static Project project(PastState state, Project now) {
        return found(state.installation().project(now.id()), "Project");
    }

    private static void feature(Project project, int id) {
        found(Optional.ofNullable(project.features().get(id)), "Feature");
    }
}
