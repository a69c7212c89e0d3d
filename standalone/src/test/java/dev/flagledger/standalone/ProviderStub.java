package dev.flagledger.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * Google and GitHub on loopback. They know everybody: a token is the number and the address of its owner, such as
 * {@code 7~ana@example.test}. A code of GitHub is for the last one that was {@link #expect expected}.
 */
public final class ProviderStub implements AutoCloseable {

    static final String CLIENT = "our-client";

    private final Receiver server = Receiver.answering(this::answer);
    private volatile String expected = "";
    private volatile String everybody = "";

    /** The owner of every token that is not one of ours, and of every code. */
    public void vouchForEverybodyAs(String token) {
        everybody = token;
        expected = token;
    }

    /** The settings of a server whose users log in here. */
    public Map<String, String> settings() {
        var url = "http://127.0.0.1:" + server.port();
        return Map.of(
                "flagledger.google.client-id",
                CLIENT,
                "flagledger.google.token-info-url",
                url + "/tokeninfo",
                "flagledger.google.user-info-url",
                url + "/userinfo?alt=json",
                "flagledger.github.client-id",
                CLIENT,
                "flagledger.github.client-secret",
                "hush",
                "flagledger.github.url",
                url,
                "flagledger.github.api-url",
                url + "/api/v3");
    }

    /** The owner of the next codes of GitHub; nobody if empty. */
    void expect(String token) {
        expected = token;
    }

    public static String token(int number, String email) {
        return number + "~" + email;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = body(exchange).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private String body(HttpExchange exchange) {
        var shown = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "")
                .replace("Bearer ", "");
        var owner = (shown.matches("\\d+~.+") || everybody.isEmpty() ? shown : everybody).split("~", 2);
        return switch (exchange.getRequestURI().getPath()) {
            case "/tokeninfo" -> "{\"aud\":\"" + (owner.length == 2 ? CLIENT : "other-client") + "\"}";
            case "/userinfo" -> """
                {"id":"%s","email":"%s","verified_email":true,"given_name":"Ana","family_name":"Lee"}""".formatted(owner[0], owner[1]);
            case "/login/oauth/access_token" ->
                expected.isEmpty()
                        ? "{\"error\":\"bad_verification_code\"}"
                        : "{\"access_token\":\"" + expected + "\",\"token_type\":\"bearer\"}";
            case "/api/v3/user" -> "{\"id\":" + owner[0] + ",\"name\":\"Ana Lee\"}";
            case "/api/v3/user/emails" -> "[{\"email\":\"" + owner[1] + "\",\"primary\":true,\"verified\":true}]";
            default -> throw new AssertionError(exchange.getRequestURI());
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
