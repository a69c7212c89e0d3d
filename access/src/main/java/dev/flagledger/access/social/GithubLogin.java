package dev.flagledger.access.social;

import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Finds out who has allowed this installation's OAuth app, by the code that GitHub has given them. */
public final class GithubLogin implements AutoCloseable {

    private final JsonHttp http;
    private final GithubSettings settings;

    GithubLogin(JsonHttp http, GithubSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Returns whom GitHub gave the code to. */
    public FederatedIdentity identity(String code) throws SocialFailure {
        if (settings.clientId().isEmpty() || settings.clientSecret().isEmpty()) {
            throw new SocialFailure("FLAGLEDGER_GITHUB_CLIENT_ID or FLAGLEDGER_GITHUB_CLIENT_SECRET is not set");
        }
        var token = token(code);
        var user = http.get(URI.create(settings.apiUrl() + "/user"), token);
        var email = email(http.get(URI.create(settings.apiUrl() + "/user/emails"), token));
        var name = user.path("name").asString("").strip();
        int space = name.indexOf(' ');
        return new FederatedIdentity(
                FederatedProvider.GITHUB,
                user.path("id").isIntegralNumber() ? user.path("id").asString() : "",
                email.path("email").asString(null),
                !email.isMissingNode(),
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1),
                null);
    }

    private String token(String code) throws SocialFailure {
        var answer = http.post(
                URI.create(settings.url() + "/login/oauth/access_token"),
                Map.of("client_id", settings.clientId(), "client_secret", settings.clientSecret(), "code", code));
        // GitHub answers with the status 200 also to a wrong code.
        var token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new SocialFailure("GitHub's error is " + answer.path("error").asString("unknown"));
        }
        return token;
    }

    /** The primary address, if it is verified; missing otherwise. */
    private static JsonNode email(JsonNode emails) {
        return StreamSupport.stream(emails.spliterator(), false)
                .filter(email -> email.path("primary").asBoolean(false)
                        && email.path("verified").asBoolean(false))
                .findFirst()
                .orElseGet(() -> emails.path("none"));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
