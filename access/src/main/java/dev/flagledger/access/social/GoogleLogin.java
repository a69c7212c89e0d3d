package dev.flagledger.access.social;

import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Finds out who an access token of Google's belongs to. A token is accepted only if it was made for this installation: any other site where
 * somebody logs in with Google gets tokens of theirs as well.
 */
public final class GoogleLogin implements AutoCloseable {

    private final JsonHttp http;
    private final GoogleSettings settings;

    GoogleLogin(JsonHttp http, GoogleSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Returns whose the token is. */
    public FederatedIdentity identity(String token) throws SocialFailure {
        if (settings.clientId().isEmpty()) {
            throw new SocialFailure("FLAGLEDGER_GOOGLE_CLIENT_ID is not set");
        }
        var info =
                http.get(URI.create(settings.tokenInfoUrl() + "?" + FormText.of(Map.of("access_token", token))), token);
        if (!settings.clientId().equals(info.path("aud").asString(""))) {
            throw new SocialFailure("The token was made for another client");
        }
        var user = http.get(settings.userInfoUrl(), token);
        return new FederatedIdentity(
                FederatedProvider.GOOGLE,
                user.path("id").asString(""),
                user.path("email").asString(null),
                user.path("verified_email").asBoolean(false),
                user.path("given_name").asString(""),
                user.path("family_name").asString(""),
                null);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
