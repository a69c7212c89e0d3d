package dev.flagledger.api.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program acts under in an organisation.
 *
 * @param id of the key
 * @param prefix the part of the key that is no secret, unique everywhere
 * @param name at most 50 characters; whoever asks who did something is told this
 * @param expiresAt from when on it opens nothing; null for never
 */
public record ApiKey(
        int id, String prefix, String name, @Nullable Instant expiresAt) {}
