package dev.flagledger.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.ledger.secret.Digest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An OAuth client, as command-line programs and agents are. */
record OAuthClientStub(Api api, String id, String redirectUri, String scope) {

    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /** The command-line program. */
    static OAuthClientStub cli(Api api) {
        return new OAuthClientStub(api, "flagsmith-cli", "http://127.0.0.1:51234/callback", "admin-api");
    }

    /** An agent that has registered itself, without a secret. */
    static OAuthClientStub agent(Api api) {
        var registered =
                register(api, Map.of("token_endpoint_auth_method", "none")).ok();
        return new OAuthClientStub(api, registered.get("client_id").asString(), "http://127.0.0.1:7000/cb", "mcp");
    }

    /** The API as an agent that acts for a user. */
    static Api agentOf(Api user) {
        var client = agent(Api.of(user.server()));
        return client.bearer(client.tokens(user));
    }

    /** Whether the server has refused a request for the application's scope. */
    static boolean isOutOfScope(Api.Answer answer) {
        return answer.http()
                .headers()
                .firstValue("WWW-Authenticate")
                .filter("Bearer error=\"insufficient_scope\""::equals)
                .isPresent();
    }

    static Api.Answer register(Api api, Map<String, Object> metadata) {
        var all = new HashMap<String, Object>(
                Map.of("client_name", "My agent", "redirect_uris", List.of("http://127.0.0.1/cb")));
        all.putAll(metadata);
        return api.post("/o/register/", all);
    }

    static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.sha256(VERIFIER.getBytes(US_ASCII)));
    }

    /** The authorization request, as it should be. */
    Map<String, String> request() {
        return new TreeMap<>(Map.of(
                "client_id",
                id,
                "redirect_uri",
                redirectUri,
                "response_type",
                "code",
                "scope",
                scope,
                "state",
                "s 1&2",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
    }

    /** The same with another value of a parameter, or without it if the value is empty. */
    Map<String, String> requestWith(String parameter, String value) {
        var changed = request();
        if (value.isEmpty()) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, value);
        }
        return changed;
    }

    /** What the user is asked. */
    Api.Answer asked(Api user, Map<String, String> request) {
        return user.get("oauth/authorize/?" + form(request));
    }

    /** The user's answer. */
    Api.Answer decided(Api user, Map<String, String> request, boolean allow) {
        var body = new HashMap<String, Object>(request);
        body.put("allow", allow);
        return user.post("oauth/authorize/", body);
    }

    /** A code to which the user has consented. */
    String code(Api user) {
        var to = decided(user, request(), true).ok().get("redirect_uri").asString();
        return Objects.requireNonNull(parameters(to).get("code"));
    }

    static Map<String, String> parameters(String uri) {
        return List.of(URI.create(uri).getRawQuery().split("&")).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    Map<String, String> redemption(String code) {
        return new TreeMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", id,
                "code", code,
                "redirect_uri", redirectUri,
                "code_verifier", VERIFIER));
    }

    Api.Answer redeem(String code) {
        return token(redemption(code));
    }

    Api.Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "client_id", id, "refresh_token", refreshToken));
    }

    Api.Answer token(Map<String, String> fields) {
        return send("/o/token/", fields);
    }

    Api.Answer send(String path, Map<String, String> fields) {
        return api.with("Content-Type", "application/x-www-form-urlencoded").send("POST", path, form(fields));
    }

    /** Tokens that the user has let the client have. */
    JsonNode tokens(Api user) {
        return redeem(code(user)).ok();
    }

    /** The API as the client with these tokens. */
    Api bearer(JsonNode tokens) {
        return api.with("Authorization", "Bearer " + tokens.get("access_token").asString());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
