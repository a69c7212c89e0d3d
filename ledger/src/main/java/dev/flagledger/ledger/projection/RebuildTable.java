package dev.flagledger.ledger.projection;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.projection.ProjectionTable.Found;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second table of a rebuild, and its position. Each step is a transaction, from which this or another node can continue.
 */
final class RebuildTable {

    private final String name;
    private final int version;
    private final ProjectionRow liveRow;
    private final ProjectionRow row;
    private final ProjectionTable projections;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ShadowTable table;

    RebuildTable(ReadModel<?> model, ProjectionTable projections, TransactionTemplate transaction, JdbcClient jdbc) {
        this.name = model.name();
        this.version = model.version();
        this.liveRow = ProjectionRow.live(name);
        this.row = ProjectionRow.beside(name);
        this.projections = projections;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.table = new ShadowTable(jdbc, model.table());
    }

    /** The name of the table until the swap. */
    String table() {
        return table.name();
    }

    /** Creates the table unless it exists, under a lock, and returns its position. */
    long begin() {
        return requireNonNull(transaction.execute(_ -> {
            projections.lock(liveRow);
            var beside = projections.find(row);
            if (beside.isPresent() && beside.get().version() >= version) {
                return beside.get().position();
            }
            projections.remove(row);
            projections.begin(row, version);
            table.create();
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
            table.index();
        });
    }

    /** Makes a last write, and replaces the live table. False if that is still ahead. */
    boolean swap(long from, long to, Optional<Runnable> writing) {
        return requireNonNull(transaction.execute(status -> {
            projections.advance(row, from, to);
            var live = projections.lock(liveRow);
            if (live.isEmpty() || live.get().position() > to) {
                status.setRollbackOnly();
                return false;
            }
            writing.ifPresent(Runnable::run);
            table.swap();
            projections.swap(name, new Found(version, to));
            return true;
        }));
    }
}
