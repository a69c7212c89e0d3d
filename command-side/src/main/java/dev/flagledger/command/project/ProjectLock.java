package dev.flagledger.command.project;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.ledger.history.History;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Serialises changes of a project's structure, its sets of features and environments, across processes. Without it, a
 * feature and an environment that are created concurrently would not see each other, and the flag between them would
 * never be created.
 */
@Component
public final class ProjectLock {

    static final int LOCKS_OF_PROJECTS = 0x70726f6a;

    private final AdvisoryLock lock;
    private final History<Installation> history;

    ProjectLock(JdbcClient jdbc, History<Installation> history) {
        this.lock = new AdvisoryLock(jdbc, LOCKS_OF_PROJECTS);
        this.history = history;
    }

    /**
     * Waits for earlier changes, excludes later ones until this transaction ends, and returns the project as the
     * earlier ones left it. The state is read on the caller's connection: the transactions that wait for the lock may
     * hold all other connections of the node.
     */
    public Project acquire(int projectId) {
        return acquireIfExists(projectId).orElseThrow(() -> new Rejected(new Rejection.Missing("Project")));
    }

    /** As {@link #acquire}, but empty if the project has been deleted. */
    Optional<Project> acquireIfExists(int projectId) {
        lock.acquire(projectId);
        return history.stateAtHead().project(projectId);
    }
}
