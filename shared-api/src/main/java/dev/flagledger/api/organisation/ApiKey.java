package dev.flagledger.api.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key of an organisation.
 *
 * @param id id of the key
 * @param prefix public part of the key, unique in the installation
 * @param name at most 50 characters, or 100 if it is the name of a trust relationship; shown as the author of changes
 * @param expiresAt instant from which the key is not accepted; null for never
 * @param admin whether it has the permissions of an admin; otherwise it has those of its roles
 */
public record ApiKey(
        int id, String prefix, String name, @Nullable Instant expiresAt, boolean admin) {}
