package dev.flagledger.command.user.account;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.ledger.history.History;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets changes that may end a superuser follow each other on all nodes. Each superuser has a stream of their own, so two who demote each
 * other at once would both succeed, and none would be left.
 */
@Component
public class SuperuserLock {

    private static final long LOCK = 0x73757065727573L;

    private final JdbcClient jdbc;
    private final History<Installation> history;

    SuperuserLock(JdbcClient jdbc, History<Installation> history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Waits for the lock, holds it until the caller's transaction ends, and requires that the sender is a superuser still. */
    void requireStill(Actor sender) {
        hold();
        if (!AccessPolicy.may(history.stateAtHead(), sender, Permission.INSTALLATION_ADMIN, new Scope.Everywhere())) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /**
     * Requires that there would still be a superuser without this user. If the user is one, waits for the lock, and holds it until the
     * caller's transaction ends.
     */
    public void requireAnother(int userId) {
        if (superusers().noneMatch(user -> user.id() == userId)) {
            return;
        }
        hold();
        if (superusers().noneMatch(user -> user.id() != userId)) {
            throw new Rejected(new Rejection.Invalid(Rule.LAST_SUPERUSER));
        }
    }

    private Stream<User> superusers() {
        return history.stateAtHead().users().values().stream()
                .filter(user -> user.standing().superuser() && user.standing().active());
    }

    private void hold() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
    }
}
