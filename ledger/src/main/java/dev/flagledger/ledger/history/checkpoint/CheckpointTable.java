package dev.flagledger.ledger.history.checkpoint;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The table of the checkpoints that were written by identical code. */
final class CheckpointTable {

    private static final long LOCK = 0x636865636b7074L;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final byte[] code;

    CheckpointTable(JdbcClient jdbc, TransactionOperations transactions, byte[] code) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.code = code;
    }

    /** A checkpoint with the ids of its parts. Unchanged parts are stored at earlier positions. */
    record Checkpoint(long position, Set<Integer> parts) {}

    /** The newest checkpoint up to a position. */
    Optional<Checkpoint> newest(long upTo) {
        return jdbc.sql("""
                        select checkpoint.position, checkpoint.parts from ledger.checkpoint
                        where checkpoint.code = :code and checkpoint.position <= :upTo
                        order by checkpoint.position desc limit 1
                        """)
                .param("code", code)
                .param("upTo", upTo)
                .query((row, _) -> new Checkpoint(row.getLong("position"), new TreeSet<>(Arrays.asList((Integer[])
                        row.getArray("parts").getArray()))))
                .optional();
    }

    /**
     * The newest version of each of these parts up to the position of a checkpoint. Empty if the checkpoint was deleted, as some
     * parts may be then; one statement sees a consistent state.
     */
    List<StoredPart> parts(Collection<Integer> parts, long position) {
        return jdbc.sql("""
                        select newest.* from unnest(:parts::int[]) as wanted (part) cross join lateral (
                            select checkpoint_part.part, checkpoint_part.position, checkpoint_part.bytes,
                                checkpoint_part.hash
                            from ledger.checkpoint_part
                            where checkpoint_part.code = :code and checkpoint_part.part = wanted.part
                                and checkpoint_part.position <= :position
                            order by checkpoint_part.position desc limit 1) as newest
                        where exists (select from ledger.checkpoint
                            where checkpoint.code = :code and checkpoint.position = :position)
                        """)
                .param("parts", parts.toArray(Integer[]::new))
                .param("code", code)
                .param("position", position)
                .query((row, _) -> new StoredPart(
                        row.getInt("part"), row.getLong("position"), row.getBytes("bytes"), row.getBytes("hash")))
                .list();
    }

    /** The outcome of storing a checkpoint. */
    enum Outcome {
        STORED,
        /** The checkpoint that has the unchanged parts was deleted. */
        BASE_IS_GONE,
        /** A person was erased whose data it may contain. */
        ERASED_SINCE
    }

    /**
     * Stores a checkpoint atomically.
     *
     * @param base the position of the checkpoint that has the unchanged parts
     */
    Outcome store(Checkpoint checkpoint, Optional<Long> base, List<StoredPart> changed) {
        return requireNonNull(transactions.execute(_ -> {
            lock(jdbc);
            if (checkpoint.position() < lastErasure()) {
                return Outcome.ERASED_SINCE;
            }
            if (base.isPresent()
                    && newest(base.get())
                            .map(Checkpoint::position)
                            .filter(base.get()::equals)
                            .isEmpty()) {
                return Outcome.BASE_IS_GONE;
            }
            if (insert(checkpoint)) {
                changed.forEach(this::insert);
            }
            return Outcome.STORED;
        }));
    }

    /** Inserts a checkpoint. False if another node has stored it. */
    private boolean insert(Checkpoint checkpoint) {
        return jdbc.sql("""
                        insert into ledger.checkpoint (code, position, parts) values (:code, :position, :parts)
                        on conflict do nothing
                        """)
                        .param("code", code)
                        .param("position", checkpoint.position())
                        .param("parts", checkpoint.parts().toArray(Integer[]::new))
                        .update()
                > 0;
    }

    private void insert(StoredPart part) {
        jdbc.sql("""
                insert into ledger.checkpoint_part (code, part, position, bytes, hash)
                values (:code, :part, :position, :bytes, :hash)
                """)
                .param("code", code)
                .param("part", part.part())
                .param("position", part.position())
                .param("bytes", part.bytes())
                .param("hash", part.hash())
                .update();
    }

    /** The position of the last erasure; earlier states must not be stored. */
    private long lastErasure() {
        return jdbc.sql("select checkpoint_floor.position from ledger.checkpoint_floor")
                .query(Long.class)
                .single();
    }

    /** Serializes storing and deleting, so that no part is deleted that a new checkpoint uses. */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> 0)
                .single();
    }
}
