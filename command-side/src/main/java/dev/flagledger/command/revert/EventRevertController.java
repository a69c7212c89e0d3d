package dev.flagledger.command.revert;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.past.PastStates;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.revert.existence.Existence;
import dev.flagledger.command.revert.plan.Plan;
import dev.flagledger.command.revert.plan.RevertPlan;
import dev.flagledger.command.revert.plan.Touched;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.PastTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that leads what an event changed back to the state before it. */
@RestController
class EventRevertController {

    /** The id of what a dry run does not create. Nothing has it. */
    private static final int UNDRAWN = 0;

    private final PastStates states;
    private final Reverts reverts;
    private final LoggedIdentities identities;
    private final Ids ids;

    EventRevertController(PastStates states, Reverts reverts, LoggedIdentities identities, Ids ids) {
        this.states = states;
        this.reverts = reverts;
        this.identities = identities;
        this.ids = ids;
    }

    /** Unless forced, what has changed since the event is refused: later changes would be undone too. */
    @PostMapping("/api/v1/projects/{projectId}/events/{position}/revert")
    Reverted event(
            CommandContext context,
            @PathVariable int projectId,
            @PathVariable long position,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Form form) {
        var now = context.access().project(projectId, Permission.VIEW_AUDIT_LOG);
        boolean force = form.bool("force", false);
        form.validate();
        var event = found(states.event(projectId, position), "Event");
        var plan = before(event, projectId, position)
                .flatMap(before -> plan(event, before, now, context, dryRun ? _ -> UNDRAWN : ids::next))
                .orElseThrow(() -> Refusal.detail(HttpStatus.CONFLICT, PastTexts.NOT_UNDOABLE));
        var after = found(project(projectId, position), "Project");
        if (!force && plan.changesMoreThan(after)) {
            throw Refusal.detail(HttpStatus.CONFLICT, PastTexts.CHANGED_SINCE);
        }
        var noted = context.notedByDefault(now, "Reverts event " + position);
        return reverts.make(plan, position - 1, dryRun, noted);
    }

    private Optional<? extends Plan> plan(
            LedgerEvent event, Project before, Project now, CommandContext context, ToIntFunction<Ids.Kind> drawn) {
        var parts = Touched.by(event, before, now);
        return parts.isEmpty()
                ? new Existence(before, now, context.installation(), identities, drawn).without(event)
                : Optional.of(new RevertPlan(before, now, parts));
    }

    /** The changes of a published version are events before it. */
    private Optional<Project> before(LedgerEvent event, int id, long position) {
        return event instanceof VersionPublished e
                ? project(id, position)
                        .flatMap(after -> after.beforeVersion(e.environmentId(), e.featureId(), e.version()))
                : project(id, position - 1);
    }

    private Optional<Project> project(int id, long position) {
        return states.after(id, position).project(id);
    }
}
