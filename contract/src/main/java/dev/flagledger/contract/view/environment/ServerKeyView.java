package dev.flagledger.contract.view.environment;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.project.Environment.IssuedKey;
import org.jspecify.annotations.Nullable;

/** A server-side key of an environment in the admin API; {@code key} is always the complete key. */
public record ServerKeyView(
        int id,
        String key,
        boolean active,
        String createdAt,
        String name,
        @Nullable String expiresAt) {

    public static ServerKeyView of(IssuedKey issued, String key) {
        return new ServerKeyView(
                issued.key().id(),
                key,
                issued.key().active(),
                WireTime.rest(issued.createdAt()),
                issued.key().name(),
                WireTime.restOrNull(issued.key().expiresAt()));
    }
}
