package dev.flagledger.command.revert.existence;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.command.revert.plan.Part;
import dev.flagledger.command.revert.plan.Plan;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.state.project.Project;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Deletes an object, or creates it again.
 *
 * @param object the object, with the id that it had
 * @param id of the object afterwards; another one if it is created again
 * @param parts what must be as it was created, or its deletion would undo more than the creation
 * @param used whether its deletion would undo more than the creation in any case
 */
public record ExistencePlan(
        Project now,
        DifferenceView object,
        int id,
        SequencedSet<Part> parts,
        boolean used,
        List<LedgerCommand> commands,
        List<Lost> lost)
        implements Plan {

    static ExistencePlan deletion(
            Project now, DifferenceView object, SequencedSet<Part> parts, boolean used, LedgerCommand command) {
        return new ExistencePlan(now, object, object.id(), parts, used, List.of(command), List.of());
    }

    static ExistencePlan creation(
            Project now, DifferenceView object, int id, List<LedgerCommand> commands, List<Lost> lost) {
        return new ExistencePlan(now, object, id, new LinkedHashSet<>(), false, commands, lost);
    }

    @Override
    public boolean changesMoreThan(Project after) {
        return used || Plan.super.changesMoreThan(after);
    }

    @Override
    public List<DifferenceView> differences() {
        return List.of(object);
    }

    /** Without the flags that come and go with the object. */
    @Override
    public List<DifferenceView> differences(Project other) {
        return List.of(new DifferenceView(
                object.type(),
                id,
                object.name(),
                object.environment(),
                null,
                null,
                null,
                object.changeType(),
                List.of()));
    }
}
