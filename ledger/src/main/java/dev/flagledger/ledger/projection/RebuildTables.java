package dev.flagledger.ledger.projection;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.projection.ProjectionTable.Found;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second tables of a rebuild, and their position. Each step is a transaction, from which this or another node can continue.
 */
final class RebuildTables {

    private final String name;
    private final int version;
    private final ProjectionRow liveRow;
    private final ProjectionRow row;
    private final ProjectionTable projections;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final List<ShadowTable> tables;

    RebuildTables(ReadModel<?> model, ProjectionTable projections, TransactionTemplate transaction, JdbcClient jdbc) {
        this.name = model.name();
        this.version = model.version();
        this.liveRow = ProjectionRow.live(name);
        this.row = ProjectionRow.beside(name);
        this.projections = projections;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.tables = model.tables().stream()
                .map(table -> new ShadowTable(jdbc, table))
                .toList();
    }

    /** Creates the tables unless they exist, under a lock, and returns their position. */
    long begin() {
        return requireNonNull(transaction.execute(_ -> {
            projections.lock(liveRow);
            var beside = projections.find(row);
            if (beside.isPresent() && beside.get().version() >= version) {
                return beside.get().position();
            }
            projections.remove(row);
            projections.begin(row, version);
            tables.forEach(ShadowTable::create);
            return 0L;
        }));
    }

    /** Moves the position, with the write for the events in between. */
    void write(long from, long to, Optional<Runnable> writing) {
        transaction.executeWithoutResult(_ -> {
            // What a crash loses is written again.
            jdbc.sql("set local synchronous_commit = off").update();
            projections.advance(row, from, to);
            writing.ifPresent(Runnable::run);
        });
    }

    /** Creates the indexes. */
    void index(long at) {
        transaction.executeWithoutResult(_ -> {
            projections.advance(row, at, at);
            // Trigrams of a million texts fill PostgreSQL's usual 64 MB several times.
            jdbc.sql("set local maintenance_work_mem = '256MB'").update();
            tables.forEach(ShadowTable::index);
        });
    }

    /** Makes a last write, and replaces the live tables. False if those are still ahead. */
    boolean swap(long from, long to, Optional<Runnable> writing) {
        return requireNonNull(transaction.execute(status -> {
            projections.advance(row, from, to);
            var live = projections.lock(liveRow);
            if (live.isEmpty() || live.get().position() > to) {
                status.setRollbackOnly();
                return false;
            }
            writing.ifPresent(Runnable::run);
            tables.forEach(ShadowTable::swap);
            projections.swap(name, new Found(version, to));
            return true;
        }));
    }
}
