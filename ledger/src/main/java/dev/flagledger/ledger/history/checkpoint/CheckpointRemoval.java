package dev.flagledger.ledger.history.checkpoint;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes checkpoints, with the parts that only they use. */
final class CheckpointRemoval {

    /** Nodes of another version may still run, or be started again. */
    private static final Duration OTHER_VERSIONS_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final byte[] code;

    CheckpointRemoval(JdbcClient jdbc, TransactionOperations transactions, byte[] code) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.code = code;
    }

    /** The positions of all checkpoints, in ascending order. */
    private List<Long> positions() {
        return jdbc.sql("select checkpoint.position from ledger.checkpoint where code = :code order by position")
                .param("code", code)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /**
     * Deletes all but some checkpoints.
     *
     * @param selection selects the positions to keep from those of all, in ascending order; called under the lock of the table
     */
    void keep(Function<List<Long>, Collection<Long>> selection) {
        transactions.executeWithoutResult(_ -> {
            CheckpointTable.lock(jdbc);
            var kept = selection.apply(positions());
            jdbc.sql("delete from ledger.checkpoint where code = :code and not position = any(:kept)")
                    .param("code", code)
                    .param("kept", kept.toArray(Long[]::new))
                    .update();
            jdbc.sql("""
                    delete from ledger.checkpoint_part as part where part.code = :code and not exists (
                        select from ledger.checkpoint where checkpoint.code = :code
                            and checkpoint.position >= part.position and not exists (
                                select from ledger.checkpoint_part as later
                                where later.code = :code and later.part = part.part
                                    and later.position > part.position and later.position <= checkpoint.position))
                    """).param("code", code).update();
            deleteOtherVersions();
        });
    }

    /** Deletes the checkpoints of versions of the code that have not stored any for some time. */
    private void deleteOtherVersions() {
        jdbc.sql("""
                        delete from ledger.checkpoint where checkpoint.code <> :code and not exists (
                            select from ledger.checkpoint as other where other.code = checkpoint.code
                                and other.stored_at > now() - :kept * interval '1 second')
                        """)
                .param("code", code)
                .param("kept", OTHER_VERSIONS_KEPT.toSeconds())
                .update();
        jdbc.sql("""
                        delete from ledger.checkpoint_part where checkpoint_part.code <> :code and not exists (
                            select from ledger.checkpoint where checkpoint.code = checkpoint_part.code)
                        """).param("code", code).update();
    }

    /** Deletes one checkpoint. */
    void delete(long position) {
        keep(all -> all.stream().filter(other -> other != position).toList());
    }

    /**
     * Deletes all checkpoints of all versions, since a person was erased at this position, and prevents that earlier states are
     * stored. Idempotent.
     */
    void forgetBefore(long erasure) {
        transactions.executeWithoutResult(_ -> {
            CheckpointTable.lock(jdbc);
            boolean isNew = jdbc.sql("update ledger.checkpoint_floor set position = :erasure where position < :erasure")
                            .param("erasure", erasure)
                            .update()
                    > 0;
            if (isNew) {
                jdbc.sql("delete from ledger.checkpoint").update();
                jdbc.sql("delete from ledger.checkpoint_part").update();
            }
        });
    }
}
