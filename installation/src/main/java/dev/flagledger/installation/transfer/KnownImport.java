package dev.flagledger.installation.transfer;

import java.time.Instant;

/**
 * An import.
 *
 * @param strategy what it does with features that are there already, in the contract's word
 * @param createdAt to the microsecond
 */
public record KnownImport(
        int id, int projectId, int environmentId, String strategy, TransferStatus status, Instant createdAt) {

    /** The same, having come to this. */
    public KnownImport with(TransferStatus reached) {
        return new KnownImport(id, projectId, environmentId, strategy, reached, createdAt);
    }
}
