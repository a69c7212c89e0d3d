package dev.flagledger.command.feature;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.List;
import java.util.Set;
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
        var there = of(history.stateAtHead(), projectId);
        return groupIds.stream().filter(there::contains).count();
    }

    /** Returns the ids of the groups of a project's organisation. */
    static Set<Integer> of(Installation installation, int projectId) {
        return installation
                .project(projectId)
                .flatMap(project -> installation.organisation(project.organisationId()))
                .<Set<Integer>>map(
                        organisation -> organisation.access().groups().byId().keySet())
                .orElse(Set.of());
    }
}
