package dev.flagledger.installation.transfer;

import java.time.Instant;

/**
 * An import.
 *
 * @param strategy what happens to existing features, by its name in the contract
 * @param createdAt creation time, to the microsecond
 */
public record KnownImport(
        int id, int projectId, int environmentId, String strategy, TransferStatus status, Instant createdAt) {

    /** Returns the import with another status. */
    public KnownImport with(TransferStatus reached) {
        return new KnownImport(id, projectId, environmentId, strategy, reached, createdAt);
    }
}
