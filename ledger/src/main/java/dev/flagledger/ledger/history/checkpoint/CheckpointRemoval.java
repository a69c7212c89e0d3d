package dev.flagledger.ledger.history.checkpoint;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes checkpoints that nobody needs, or that must not be there, and with them what only they needed. */
final class CheckpointRemoval {

    /** Nodes of another version may still run, and somebody may go back to one. */
    private static final Duration FORMER_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final byte[] code;

    CheckpointRemoval(JdbcClient jdbc, TransactionOperations transactions, byte[] code) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.code = code;
    }

    /** The positions of all checkpoints, the oldest first. */
    private List<Long> positions() {
        return jdbc.sql("select checkpoint.position from ledger.checkpoint where code = :code order by position")
                .param("code", code)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /**
     * Leaves only some checkpoints and what they need.
     *
     * @param which chooses them from the positions of all, the oldest first; while it does, nobody adds any
     */
    void keep(Function<List<Long>, Collection<Long>> which) {
        transactions.executeWithoutResult(_ -> {
            CheckpointTable.lock(jdbc);
            var kept = which.apply(positions());
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
            deleteFormer();
        });
    }

    /** Deletes what other versions of the code wrote, once none of them has stored anything for some time. */
    private void deleteFormer() {
        jdbc.sql("""
                        delete from ledger.checkpoint where checkpoint.code <> :code and not exists (
                            select from ledger.checkpoint as other where other.code = checkpoint.code
                                and other.stored_at > now() - :kept * interval '1 second')
                        """).param("code", code).param("kept", FORMER_KEPT.toSeconds()).update();
        jdbc.sql("""
                        delete from ledger.checkpoint_part where checkpoint_part.code <> :code and not exists (
                            select from ledger.checkpoint where checkpoint.code = checkpoint_part.code)
                        """).param("code", code).update();
    }

    /** Deletes a checkpoint that cannot be read, and with it what only it needs. */
    void delete(long position) {
        keep(all -> all.stream().filter(other -> other != position).toList());
    }

    /**
     * Deletes all, whoever wrote them, since somebody was erased at this position, and lets none be stored any more that is of
     * before. Nothing happens if that was done.
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
