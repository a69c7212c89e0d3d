package dev.flagledger.command.revert.existence;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.command.revert.plan.Part;
import dev.flagledger.command.revert.plan.Plan;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Deletes an object, or creates it again.
 *
 * @param then the state before the event
 * @param type the type of the object, as differences have it
 * @param ids of the object; two if it is created again: the former and the new one
 * @param parts what must be as it was created, or its deletion would undo more than the creation
 */
public record ExistencePlan(
        Project then,
        Project now,
        String type,
        Set<Integer> ids,
        SequencedSet<Part> parts,
        List<LedgerCommand> commands)
        implements Plan {

    @Override
    public List<DifferenceView> differences() {
        return differences(then);
    }

    /** Without the flags that come and go with the object. */
    @Override
    public List<DifferenceView> differences(Project other) {
        return DifferenceView.of(Differences.between(now, other, Set.of())).stream()
                .filter(object -> object.type().equals(type) && ids.contains(object.id()))
                .toList();
    }
}
