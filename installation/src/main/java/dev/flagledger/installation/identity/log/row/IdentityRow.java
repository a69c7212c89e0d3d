package dev.flagledger.installation.identity.log.row;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.ledger.secret.Digest;
import java.time.Instant;
import java.util.List;

/**
 * The row of an identity, with those of its traits.
 *
 * @param version sequence number of the last event in its stream
 * @param createdAt when its first event was recorded
 * @param traits traits with distinct ids and keys
 */
public record IdentityRow(
        int id,
        int environmentId,
        int projectId,
        long version,
        Instant createdAt,
        String identifier,
        List<TraitRow> traits) {

    /**
     * The row of a trait.
     *
     * @param createdAt when the first event was recorded that set a trait of this id
     */
    public record TraitRow(Trait trait, Instant createdAt) {}

    /** Returns what the identity is found by, since an identifier may be too long for an index. */
    public byte[] digest() {
        return Digest.sha256(identifier);
    }

    /** Returns what a search ignoring case looks at. */
    public String folded() {
        return Identities.folded(identifier);
    }
}
