package dev.flagledger.contract.view.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.Organisation.IssuedKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key of an organisation in the admin API.
 *
 * @param id names the key where roles are given to it; elsewhere a key is addressed by its prefix
 * @param key the complete key in the response to its creation; absent otherwise
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

    /** A key that is not revoked; {@code now} decides whether it has expired. */
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
                key.admin(),
                key.expiresAt() != null && !key.expiresAt().isAfter(now),
                issued.createdBy());
    }

    /** A copy that includes the complete key. */
    public ApiKeyView showing(String text) {
        return with(revoked, text);
    }

    /** A copy that is revoked. */
    public ApiKeyView afterRevocation() {
        return with(true, key);
    }

    private ApiKeyView with(boolean nowRevoked, @Nullable String shown) {
        return new ApiKeyView(id, prefix, created, name, nowRevoked, expiryDate, shown, isAdmin, hasExpired, createdBy);
    }
}
