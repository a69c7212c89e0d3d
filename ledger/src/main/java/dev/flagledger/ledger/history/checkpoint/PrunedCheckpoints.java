package dev.flagledger.ledger.history.checkpoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the states of a part of the log that is pruned: they have the old values in plain text under their encryption. */
public final class PrunedCheckpoints {

    private PrunedCheckpoints() {}

    /**
     * Deletes all checkpoints before a position, of all versions of the code, with the parts that only they use. Those of other organisations
     * go with them, since a checkpoint has all; their states are folded from the log then. Idempotent.
     */
    public static void delete(JdbcClient jdbc, TransactionOperations transactions, long before) {
        transactions.executeWithoutResult(_ -> {
            CheckpointTable.lock(jdbc);
            jdbc.sql("delete from ledger.checkpoint where position < :before")
                    .param("before", before)
                    .update();
            jdbc.sql("""
                            delete from ledger.checkpoint_part as part where part.position < :before and not exists (
                                select from ledger.checkpoint
                                where checkpoint.code = part.code and checkpoint.position >= part.position
                                    and part.part = any(checkpoint.parts || 0) and not exists (
                                        select from ledger.checkpoint_part as later
                                        where later.code = part.code and later.part = part.part
                                            and later.position > part.position
                                            and later.position <= checkpoint.position))
                            """).param("before", before).update();
        });
    }
}
