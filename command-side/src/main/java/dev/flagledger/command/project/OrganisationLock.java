package dev.flagledger.command.project;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Serialises changes of the set of projects of an organisation, across processes. Without it, a project could be
 * created in an organisation that is being deleted.
 */
@Component
public final class OrganisationLock {

    private static final int LOCKS_OF_ORGANISATIONS = 0x6f726761;

    private final AdvisoryLock lock;
    private final History<Installation> history;

    OrganisationLock(JdbcClient jdbc, History<Installation> history) {
        this.lock = new AdvisoryLock(jdbc, LOCKS_OF_ORGANISATIONS);
        this.history = history;
    }

    /** As {@link ProjectLock#acquire}. The organisation exists in the installation that is returned. */
    public Installation acquire(int organisationId) {
        lock.acquire(organisationId);
        var current = history.stateAtHead();
        if (current.organisation(organisationId).isEmpty()) {
            throw new Rejected(new Rejection.Missing("Organisation"));
        }
        return current;
    }
}
