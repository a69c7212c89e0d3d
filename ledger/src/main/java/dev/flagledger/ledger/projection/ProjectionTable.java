package dev.flagledger.ledger.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The positions and the leases of projections. Another node takes a projection over when its lease has expired. Correctness does not
 * depend on leases: a position is moved by compare-and-set, in the transaction of the write; leases only avoid duplicate work.
 */
final class ProjectionTable {

    static final Duration LEASE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final String node;

    /** {@code node} must be unique; a node that restarts with the same name continues at once. */
    ProjectionTable(JdbcClient jdbc, String node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    /** The position of a projection, and the version that wrote it. */
    record Found(int version, long position) {}

    Optional<Found> find(ProjectionRow key) {
        return query(key, "");
    }

    /** Like {@link #find}, and locks the row until the end of the transaction. */
    Optional<Found> lock(ProjectionRow key) {
        return query(key, " for update");
    }

    private Optional<Found> query(ProjectionRow key, String mode) {
        return jdbc.sql("""
                        select projection.version, projection.position from ledger.projection
                        where projection.name = :name and projection.beside = :beside""" + mode)
                .param("name", key.name())
                .param("beside", key.beside())
                .query((row, _) -> found(row))
                .optional();
    }

    /** Inserts the row of a new projection unless it exists. */
    void begin(ProjectionRow key, int version) {
        jdbc.sql("""
                        insert into ledger.projection (name, beside, version, position)
                        values (:name, :beside, :version, 0) on conflict do nothing""")
                .param("name", key.name())
                .param("beside", key.beside())
                .param("version", version)
                .update();
    }

    /** Takes the lease and returns the position; empty if another node holds it, or a newer version wrote the projection. */
    Optional<Long> take(ProjectionRow key, int version) {
        return jdbc.sql("""
                        update ledger.projection
                        set owner = :node, leased_until = now() + :lease * interval '1 millisecond'
                        where projection.name = :name and projection.beside = :beside and projection.version <= :version
                          and (projection.owner = :node or projection.leased_until is null
                               or projection.leased_until <= now())
                        returning projection.position""")
                .param("node", node)
                .param("lease", LEASE.toMillis())
                .param("name", key.name())
                .param("beside", key.beside())
                .param("version", version)
                .query(Long.class)
                .optional();
    }

    /**
     * Moves a position in the caller's transaction, and renews the lease.
     *
     * @throws LeaseLost if the position is not {@code from}, or another node has the lease
     */
    void advance(ProjectionRow key, long from, long to) {
        int rows = jdbc.sql("""
                        update ledger.projection
                        set position = :to, leased_until = now() + :lease * interval '1 millisecond'
                        where projection.name = :name and projection.beside = :beside
                          and projection.position = :from and projection.owner = :node""")
                .param("to", to)
                .param("lease", LEASE.toMillis())
                .param("name", key.name())
                .param("beside", key.beside())
                .param("from", from)
                .param("node", node)
                .update();
        if (rows != 1) {
            throw new LeaseLost(key);
        }
    }

    /** Gives the lease up. */
    void release(ProjectionRow key) {
        jdbc.sql("""
                        update ledger.projection set owner = null, leased_until = null
                        where projection.name = :name and projection.beside = :beside and projection.owner = :node""")
                .param("name", key.name())
                .param("beside", key.beside())
                .param("node", node)
                .update();
    }

    /** Replaces position and version by those of the rebuilt table, in the caller's transaction. */
    void swap(String name, Found rebuilt) {
        jdbc.sql("delete from ledger.projection where projection.name = :name and projection.beside")
                .param("name", name)
                .update();
        jdbc.sql("""
                        update ledger.projection
                        set version = :version, position = :position, owner = null, leased_until = null
                        where projection.name = :name""")
                .param("version", rebuilt.version())
                .param("position", rebuilt.position())
                .param("name", name)
                .update();
    }

    /** Deletes the row, in the caller's transaction. */
    void remove(ProjectionRow key) {
        jdbc.sql("delete from ledger.projection where projection.name = :name and projection.beside = :beside")
                .param("name", key.name())
                .param("beside", key.beside())
                .update();
    }

    /** Marks the live table as written by version 0, which triggers a rebuild. */
    void outdate(String name) {
        jdbc.sql("update ledger.projection set version = 0 where projection.name = :name and not projection.beside")
                .param("name", name)
                .update();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getInt("version"), row.getLong("position"));
    }
}
