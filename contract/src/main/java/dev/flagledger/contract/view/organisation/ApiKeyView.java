package dev.flagledger.contract.view.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.Organisation.IssuedKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of an organisation as the admin API has it. Every key may do all that the organisation's admins may.
 *
 * @param id says nothing to clients, who address a key by its prefix
 * @param key the key itself: only in the answer to its creation, else absent
 */
public record ApiKeyView(
        String id,
        String prefix,
        String created,
        String name,
        boolean revoked,
        @Nullable String expiryDate,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,

        boolean isAdmin,
        boolean hasExpired,
        @Nullable Integer createdBy) {

    /** A key that was not revoked, as it is at this moment. */
    public static ApiKeyView of(IssuedKey issued, Instant now) {
        var key = issued.key();
        return new ApiKeyView(
                Integer.toString(key.id()),
                key.prefix(),
                WireTime.rest(issued.createdAt()),
                key.name(),
                false,
                WireTime.restOrNull(key.expiresAt()),
                null,
                true,
                key.expiresAt() != null && !key.expiresAt().isAfter(now),
                issued.createdBy());
    }

    /** The same with the key itself. */
    public ApiKeyView showing(String text) {
        return with(revoked, text);
    }

    /** The same after its revocation. */
    public ApiKeyView afterRevocation() {
        return with(true, key);
    }

    private ApiKeyView with(boolean nowRevoked, @Nullable String shown) {
        return new ApiKeyView(id, prefix, created, name, nowRevoked, expiryDate, shown, isAdmin, hasExpired, createdBy);
    }
}
