package dev.flagledger.command.user.account;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets changes that may end a superuser follow each other on all nodes. Each superuser has a stream of their own, so two who demote each
 * other at once would both succeed, and none would be left.
 */
@Component
class SuperuserLock {

    private static final long LOCK = 0x73757065727573L;

    private final JdbcClient jdbc;
    private final History<Installation> history;

    SuperuserLock(JdbcClient jdbc, History<Installation> history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Waits for the lock, holds it until the caller's transaction ends, and requires that the sender is a superuser still. */
    void requireStill(Actor sender) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
        if (!AccessPolicy.may(history.stateAtHead(), sender, Permission.INSTALLATION_ADMIN, new Scope.Everywhere())) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }
}
