package dev.flagledger.command.feature.owner;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.List;
import org.springframework.stereotype.Component;

/** The groups of a project's organisation, as of the newest event. */
@Component
class ProjectGroups implements OwningGroups {

    private final History<Installation> history;

    ProjectGroups(History<Installation> history) {
        this.history = history;
    }

    @Override
    public long count(int projectId, List<Integer> groupIds) {
        var there = PossibleOwners.groups(history.stateAtHead(), projectId);
        return groupIds.stream().filter(there::contains).count();
    }
}
