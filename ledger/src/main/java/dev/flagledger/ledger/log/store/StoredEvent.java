package dev.flagledger.ledger.log.store;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.proof.tree.Hash;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event exactly as stored, for proofs, exports and replication. It has an entry, or was pruned.
 *
 * @param position the position in the total order, from 1 without gaps
 * @param scope the scope of the event as of its append; not covered by the hash
 * @param entry the stored bytes; null if they were pruned
 * @param pruned what is left then; null otherwise
 */
public record StoredEvent(
        long position,
        EventScope scope,
        @Nullable Entry entry,
        @Nullable PrunedEntry pruned) {

    /** An event with its entry. */
    public StoredEvent(long position, EventScope scope, Entry entry) {
        this(position, scope, entry, null);
    }

    /** An event that was pruned. */
    public StoredEvent(long position, EventScope scope, PrunedEntry pruned) {
        this(position, scope, null, pruned);
    }

    /** Whether the entry was pruned. */
    public boolean isPruned() {
        return entry == null;
    }

    /** The stored bytes of an event that was not pruned. */
    public Entry requireEntry() {
        return Objects.requireNonNull(entry, "a pruned event has no entry");
    }

    /** The leaf hash: of the entry, or the stored one if that was pruned. */
    public Hash leaf() {
        return pruned == null ? Hash.ofLeaf(requireEntry().unsafeBytes()) : pruned.leaf();
    }
}
