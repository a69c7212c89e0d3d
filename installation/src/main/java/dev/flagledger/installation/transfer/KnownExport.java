package dev.flagledger.installation.transfer;

import java.time.Instant;

/**
 * The metadata of an export.
 *
 * @param name name shown to users
 * @param createdAt creation time, to the microsecond
 */
public record KnownExport(int id, int environmentId, String name, Instant createdAt) {}
