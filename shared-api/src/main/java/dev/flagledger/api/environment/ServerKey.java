package dev.flagledger.api.environment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that only the servers of an application hold.
 *
 * @param id for those who edit it
 * @param name at most 100 characters
 * @param active whether it opens anything
 * @param expiresAt from when on it opens nothing; null for never
 */
public record ServerKey(
        int id, String name, boolean active, @Nullable Instant expiresAt) {}
