package dev.flagledger.ledger.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far projections have come, and which node runs each. A node that leaves without a word loses its projections when its
 * lease has run out. Whether a node may write is decided when it moves a position from where it left it, in the transaction
 * of what it writes; the lease only keeps two from doing the same work.
 */
final class ProjectionTable {

    static final Duration LEASE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final String node;

    /** {@code node} must differ between nodes; one that keeps its name after a crash goes on at once. */
    ProjectionTable(JdbcClient jdbc, String node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    /** How far a projection has come, and in which version of the code it wrote. */
    record Found(int version, long position) {}

    Optional<Found> find(ProjectionRow place) {
        return query(place, "");
    }

    /** The same; nobody moves it until the transaction ends. */
    Optional<Found> lock(ProjectionRow place) {
        return query(place, " for update");
    }

    private Optional<Found> query(ProjectionRow place, String mode) {
        return jdbc.sql("""
                        select projection.version, projection.position from ledger.projection
                        where projection.name = :name and projection.beside = :beside""" + mode)
                .param("name", place.name())
                .param("beside", place.beside())
                .query((row, _) -> found(row))
                .optional();
    }

    /** Adds a row for a projection that begins; nothing happens when there is one. */
    void begin(ProjectionRow place, int version) {
        jdbc.sql("""
                        insert into ledger.projection (name, beside, version, position)
                        values (:name, :beside, :version, 0) on conflict do nothing""")
                .param("name", place.name())
                .param("beside", place.beside())
                .param("version", version)
                .update();
    }

    /** Takes the projection over, if nobody has it, and no newer version of the code wrote it; says how far it has come. */
    Optional<Long> take(ProjectionRow place, int version) {
        return jdbc.sql("""
                        update ledger.projection
                        set owner = :node, leased_until = now() + :lease * interval '1 millisecond'
                        where projection.name = :name and projection.beside = :beside and projection.version <= :version
                          and (projection.owner = :node or projection.leased_until is null
                               or projection.leased_until <= now())
                        returning projection.position""")
                .param("node", node)
                .param("lease", LEASE.toMillis())
                .param("name", place.name())
                .param("beside", place.beside())
                .param("version", version)
                .query(Long.class)
                .optional();
    }

    /**
     * Moves a position in the caller's transaction, and renews the lease.
     *
     * @throws LeaseLost if it is not where this node left it
     */
    void advance(ProjectionRow place, long from, long to) {
        int rows = jdbc.sql("""
                        update ledger.projection
                        set position = :to, leased_until = now() + :lease * interval '1 millisecond'
                        where projection.name = :name and projection.beside = :beside
                          and projection.position = :from and projection.owner = :node""")
                .param("to", to)
                .param("lease", LEASE.toMillis())
                .param("name", place.name())
                .param("beside", place.beside())
                .param("from", from)
                .param("node", node)
                .update();
        if (rows != 1) {
            throw new LeaseLost(place);
        }
    }

    /** Lets others take the projection over at once. */
    void release(ProjectionRow place) {
        jdbc.sql("""
                        update ledger.projection set owner = null, leased_until = null
                        where projection.name = :name and projection.beside = :beside and projection.owner = :node""")
                .param("name", place.name())
                .param("beside", place.beside())
                .param("node", node)
                .update();
    }

    /** Puts the position and version of what was made anew in the place of the old ones, in the caller's transaction. */
    void swap(String name, Found made) {
        jdbc.sql("delete from ledger.projection where projection.name = :name and projection.beside")
                .param("name", name)
                .update();
        jdbc.sql("""
                        update ledger.projection
                        set version = :version, position = :position, owner = null, leased_until = null
                        where projection.name = :name""")
                .param("version", made.version())
                .param("position", made.position())
                .param("name", name)
                .update();
    }

    /** Forgets what was begun beside, in the caller's transaction. */
    void remove(ProjectionRow place) {
        jdbc.sql("delete from ledger.projection where projection.name = :name and projection.beside = :beside")
                .param("name", place.name())
                .param("beside", place.beside())
                .update();
    }

    /** Has what answers count as written by no version at all, so that it is made anew. */
    void outdate(String name) {
        jdbc.sql("update ledger.projection set version = 0 where projection.name = :name and not projection.beside")
                .param("name", name)
                .update();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getInt("version"), row.getLong("position"));
    }
}
