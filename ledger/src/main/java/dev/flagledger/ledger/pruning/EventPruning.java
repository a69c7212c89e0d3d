package dev.flagledger.ledger.pruning;

import dev.flagledger.ledger.history.checkpoint.PrunedCheckpoints;
import dev.flagledger.ledger.log.append.EventWriter;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.Residue;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.store.EventLog;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes the bodies of an organisation's events up to a horizon, which an event has recorded before. Batches are removed from the newest
 * to the oldest, since an event may need those before it. What was removed stays so, and the next run continues.
 */
public final class EventPruning {

    /** The advisory lock of the node that prunes. */
    static final long LOCK = 0x7072756e65766e74L;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final String[] kept;
    private final String hold;
    private final CanonicalSerializer serializer;
    private final PrunedRows rows;

    /**
     * Creates the pruning of the log.
     *
     * @param kept the stored names of events that are never pruned
     * @param hold the stored name of the event that places a hold
     */
    public EventPruning(
            JdbcClient jdbc,
            JdbcTemplate template,
            TransactionOperations transaction,
            CanonicalSerializer serializer,
            Collection<String> kept,
            String hold) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.serializer = serializer;
        this.hold = hold;
        this.kept = kept.toArray(String[]::new);
        this.rows = new PrunedRows(jdbc, template);
    }

    /** Whether an organisation has events in a range that can be pruned. */
    public boolean hasEvents(int organisation, long after, long upTo) {
        return jdbc.sql("""
                        select exists (
                            select from ledger.event
                            where event.organisation_id = :organisation and event.position > :after
                                and event.position <= :upTo and event.payload_type <> all(:kept))
                        """)
                .param("organisation", organisation)
                .param("after", after)
                .param("upTo", upTo)
                .param("kept", kept)
                .query(Boolean.class)
                .single();
    }

    /** The position up to which an organisation's events have been pruned completely; 0 for none. */
    public long done(int organisation) {
        return jdbc.sql("select coalesce(max(pruned.done), 0) from ledger.pruned where organisation_id = :organisation")
                .param("organisation", organisation)
                .query(Long.class)
                .single();
    }

    /**
     * The positions of the events up to a position of which something always remains: each is the last of a stream that may be
     * continued, and the next is numbered after it. An event that is not among them never will be.
     */
    public Set<Long> lastOfStreams(int organisation, long upTo) {
        return rows.lastOfStreams(organisation, upTo);
    }

    /** When the last event of a type was recorded for an organisation; empty if never. */
    public Optional<Instant> lastRecorded(int organisation, String type) {
        return jdbc.sql("""
                        select event.recorded_at from ledger.event
                        where event.organisation_id = :organisation and event.payload_type = :type
                        order by event.position desc limit 1
                        """)
                .param("organisation", organisation)
                .param("type", type)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Permits the pruning up to a horizon that an event has recorded. */
    public void permit(int organisation, long horizon) {
        jdbc.sql("""
                        insert into ledger.pruned (organisation_id, horizon) values (:organisation, :horizon)
                        on conflict (organisation_id)
                            do update set horizon = greatest(pruned.horizon, excluded.horizon)
                        """)
                .param("organisation", organisation)
                .param("horizon", horizon)
                .update();
    }

    /** Notes that all is pruned up to the horizon, and deletes stored states of before. */
    public void finish(int organisation, long horizon) {
        PrunedCheckpoints.delete(jdbc, transaction, horizon);
        jdbc.sql("update ledger.pruned set done = :horizon where organisation_id = :organisation and done < :horizon")
                .param("organisation", organisation)
                .param("horizon", horizon)
                .update();
    }

    /**
     * Prunes the last events before a position, and returns the position of the first of them, before which the next batch ends; {@link
     * EventLog#BEGINNING} after the last batch. Empty if another node is pruning, or a hold was placed in the meantime.
     *
     * @param remains what of the events folds keep; at least {@link #lastOfStreams}, which are kept in any case
     * @param limit the maximum number of events
     * @param unheld a position at which there was no hold
     */
    public OptionalLong prune(int organisation, long before, int limit, Remains remains, long unheld) {
        return transaction.execute(_ -> {
            if (!locked()) {
                return OptionalLong.empty();
            }
            var batch = rows.before(organisation, before, limit, kept);
            var changes = changes(batch, remains);
            return isHeld(organisation, unheld) ? OptionalLong.empty() : write(batch, changes);
        });
    }

    /** Stops appends until the batch is committed, so that whoever was told that a hold is placed can rely on it. */
    private boolean isHeld(int organisation, long unheld) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", EventWriter.APPEND_LOCK)
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                        select exists (
                            select from ledger.event
                            where event.position > :unheld and event.organisation_id = :organisation
                                and event.payload_type = :hold)
                        """)
                .param("unheld", unheld)
                .param("organisation", organisation)
                .param("hold", hold)
                .query(Boolean.class)
                .single();
    }

    private boolean locked() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private List<PrunedRows.Change> changes(List<PrunedRows.Row> batch, Remains remains) {
        return batch.stream()
                .map(row -> new PrunedRows.Change(row.position(), residue(row, remains)))
                .toList();
    }

    private OptionalLong write(List<PrunedRows.Row> batch, List<PrunedRows.Change> changes) {
        if (!changes.isEmpty()) {
            rows.write(changes);
        }
        return OptionalLong.of(
                batch.isEmpty() ? EventLog.BEGINNING : batch.getLast().position());
    }

    private byte @Nullable [] residue(PrunedRows.Row row, Remains remains) {
        if (row.mayBeEmpty() && remains.isNeedless(row.position())) {
            return null;
        }
        var body = new Entry(row.body());
        var changed = remains.changed(row.position());
        return changed == null
                ? Residue.of(body).unsafeBytes()
                : Residue.of(body, changed, serializer).unsafeBytes();
    }
}
