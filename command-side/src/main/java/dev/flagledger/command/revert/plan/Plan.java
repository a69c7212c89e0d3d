package dev.flagledger.command.revert.plan;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.SequencedSet;

/** A way from the current state of a project to an earlier one. */
public interface Plan {

    /** Returns the current state. */
    Project now();

    /**
     * An object that does not return with the one that it belonged to.
     *
     * @param type {@code SERVER_KEY} or {@code WEBHOOK}
     * @param name the name of the key, or the URL of the webhook
     */
    record Lost(String type, int id, String name) {}

    /** Returns the parts that are led back, or that go with an object; none if an object is created again. */
    SequencedSet<Part> parts();

    /** Returns the commands in the order in which they are sent; empty if all is as it was. */
    List<LedgerCommand> commands();

    /** Returns the objects that differ now and would not afterwards. */
    List<DifferenceView> differences();

    /** Returns the objects of the plan that differ between the current state and another one. */
    List<DifferenceView> differences(Project other);

    /** Returns whether the plan would undo more than the event after which the project was like this. */
    default boolean changesMoreThan(Project after) {
        return !new RevertPlan(after, now(), parts()).commands().isEmpty();
    }

    /** Returns what does not return with an object that is created again. */
    default List<Lost> lost() {
        return List.of();
    }
}
