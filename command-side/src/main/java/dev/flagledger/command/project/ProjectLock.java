package dev.flagledger.command.project;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.ledger.history.History;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the shape of a project, which features and which environments it has, be changed by one transaction at a time, in
 * whatever processes they run. Without it, a feature and an environment that are created at once would not know of each
 * other, and the flag between them would never come to be.
 */
@Component
public final class ProjectLock {

    static final int LOCKS_OF_PROJECTS = 0x70726f6a;

    private final AdvisoryLock lock;
    private final History<Installation> fold;

    ProjectLock(JdbcClient jdbc, History<Installation> fold) {
        this.lock = new AdvisoryLock(jdbc, LOCKS_OF_PROJECTS);
        this.fold = fold;
    }

    /**
     * Waits for earlier changes of the project's shape, keeps later ones out until this transaction ends, and returns the
     * project as the earlier ones left it. What they left is read in this transaction: those who wait at the gate may hold
     * every connection that the node's own reader could read it with.
     */
    public Project enter(int projectId) {
        return enterIfThere(projectId).orElseThrow(() -> new Rejected(new Rejection.Missing("Project")));
    }

    /** The same, of a project that an earlier change may have ended: then it is empty. */
    Optional<Project> enterIfThere(int projectId) {
        lock.take(projectId);
        return fold.stateAtHead().project(projectId);
    }
}
