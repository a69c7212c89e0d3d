package dev.flagledger.contract.view.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.scim.Connection;
import org.jspecify.annotations.Nullable;

/**
 * How the directory of an organisation reaches this server.
 *
 * @param token shown once to whoever has just made it; null, and left out, otherwise
 */
public record ScimConfigurationView(
        String createdAt,
        @Nullable String tokenRotatedAt,
        String baseUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    /** The view without a token. */
    public static ScimConfigurationView of(Connection connection, String baseUrl) {
        return of(connection, baseUrl, null);
    }

    /** The view with the token that was made just now. */
    public static ScimConfigurationView of(Connection connection, String baseUrl, @Nullable String token) {
        return new ScimConfigurationView(
                WireTime.rest(connection.createdAt()),
                WireTime.restOrNull(connection.tokenChangedAt()),
                baseUrl,
                token);
    }
}
