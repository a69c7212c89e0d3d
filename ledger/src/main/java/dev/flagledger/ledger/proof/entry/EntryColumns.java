package dev.flagledger.ledger.proof.entry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says that is stored in columns too, for queries.
 *
 * @param at the time as in the entry, {@code 2031-01-01T00:00:00.000000Z}
 * @param actorId null if the server acted, or somebody without an id
 * @param request null if no request caused the event
 */
public record EntryColumns(
        String stream,
        long sequence,
        String type,
        long revision,
        String id,
        String at,
        String actorKind,
        @Nullable Long actorId,
        @Nullable String request) {

    /** Reads an entry; null if it is none. */
    public static @Nullable EntryColumns of(byte[] entry) {
        return new ColumnsReader().read(entry);
    }

    /** The name of a column that differs from the entry; null if there is none. */
    public @Nullable String differing(EntryColumns row) {
        if (!stream.equals(row.stream)) {
            return "aggregate_id";
        }
        if (sequence != row.sequence) {
            return "sequence_number";
        }
        if (!type.equals(row.type) || revision != row.revision) {
            return "payload_type or payload_revision";
        }
        if (!id.equals(row.id)) {
            return "event_id";
        }
        if (!at.equals(row.at)) {
            return "recorded_at";
        }
        if (!actorKind.equals(row.actorKind) || !Objects.equals(actorId, row.actorId)) {
            return "actor_kind or actor_id";
        }
        return Objects.equals(request, row.request) ? null : "request_id";
    }
}
