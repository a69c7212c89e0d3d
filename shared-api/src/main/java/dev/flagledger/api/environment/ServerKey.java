package dev.flagledger.api.environment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret key for the servers of an application.
 *
 * @param id id of the key
 * @param name at most 100 characters
 * @param active whether the key is accepted
 * @param expiresAt instant from which the key is not accepted; null for never
 */
public record ServerKey(
        int id, String name, boolean active, @Nullable Instant expiresAt) {}
