package dev.flagledger.command.project;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A lock for each thing of one kind, held in PostgreSQL and so against the transactions of all processes.
 *
 * @param kind PostgreSQL's first key of the locks, which no other kind of thing has
 */
record AdvisoryLock(JdbcClient jdbc, int kind) {

    /** Waits for the lock; it is held until the caller's transaction ends. */
    void take(int id) {
        jdbc.sql("select pg_advisory_xact_lock(:kind, :id)")
                .param("kind", kind)
                .param("id", id)
                .query(_ -> {});
    }
}
