package dev.flagledger.engine.state.organisation.scim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connection with a directory.
 *
 * @param tokenChangedAt when it was last given another token; null for never
 */
public record Connection(Instant createdAt, @Nullable Instant tokenChangedAt) {}
