package dev.flagledger.installation.transfer;

import java.time.Instant;

/**
 * An export, but for its document.
 *
 * @param name what people know it by
 * @param createdAt to the microsecond
 */
public record KnownExport(int id, int environmentId, String name, Instant createdAt) {}
