package dev.flagledger.command.project;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL advisory locks on ids of one kind, which exclude transactions of all processes.
 *
 * @param kind the first key of the locks, unique to the kind
 */
record AdvisoryLock(JdbcClient jdbc, int kind) {

    /** Waits for the lock and holds it until the caller's transaction ends. */
    void acquire(int id) {
        jdbc.sql("select pg_advisory_xact_lock(:kind, :id)")
                .param("kind", kind)
                .param("id", id)
                .query(_ -> {});
    }
}
