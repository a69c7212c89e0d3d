package dev.flagledger.ledger.projection;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.projection.ProjectionTable.Found;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table of a rebuild and its position, which change together: each step is a transaction, after which this or another node
 * can go on.
 */
final class RebuildTable {

    private final String name;
    private final int version;
    private final ProjectionRow answering;
    private final ProjectionRow place;
    private final ProjectionTable places;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ShadowTable table;

    RebuildTable(ReadModel<?> model, ProjectionTable places, TransactionTemplate transaction, JdbcClient jdbc) {
        this.name = model.name();
        this.version = model.version();
        this.answering = ProjectionRow.answering(name);
        this.place = ProjectionRow.beside(name);
        this.places = places;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.table = new ShadowTable(jdbc, model.table());
    }

    /** What the table is called until it is swapped. */
    String table() {
        return table.name();
    }

    /** Makes the table, unless it is there; returns how far it is filled. Of several nodes one does, since the others wait for the lock. */
    long begin() {
        return requireNonNull(transaction.execute(_ -> {
            places.lock(answering);
            var beside = places.find(place);
            if (beside.isPresent() && beside.get().version() >= version) {
                return beside.get().position();
            }
            places.remove(place);
            places.begin(place, version);
            table.create();
            return 0L;
        }));
    }

    /** Goes from one position to another with what is written for that. */
    void write(long from, long to, Optional<Runnable> writing) {
        transaction.executeWithoutResult(_ -> {
            // What a crash takes is written again.
            jdbc.sql("set local synchronous_commit = off").update();
            places.advance(place, from, to);
            writing.ifPresent(Runnable::run);
        });
    }

    /** Gives the table its indexes. */
    void index(long at) {
        transaction.executeWithoutResult(_ -> {
            places.advance(place, at, at);
            table.index();
        });
    }

    /** Puts the table in the place of the one that answers, if it comes as far as that with what is written now. */
    boolean swap(long from, long to, Optional<Runnable> writing) {
        return requireNonNull(transaction.execute(status -> {
            places.advance(place, from, to);
            var answers = places.lock(answering);
            if (answers.isEmpty() || answers.get().position() > to) {
                status.setRollbackOnly();
                return false;
            }
            writing.ifPresent(Runnable::run);
            table.swap();
            places.swap(name, new Found(version, to));
            return true;
        }));
    }
}
