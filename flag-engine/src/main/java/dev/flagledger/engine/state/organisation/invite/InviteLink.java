package dev.flagledger.engine.state.organisation.invite;

import dev.flagledger.api.organisation.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which any user who knows it can join.
 *
 * @param expiresAt null for never
 */
public record InviteLink(
        int id, Role role, Instant createdAt, @Nullable Instant expiresAt) {

    /** Returns whether users can no longer join by the link. */
    public boolean hasExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
