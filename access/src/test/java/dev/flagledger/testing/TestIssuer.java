package dev.flagledger.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** An issuer on loopback that says what a test wants. It gives each code once, unless it is told to be careless, to the client {@code flags} with the secret {@code secret}. */
public final class TestIssuer implements AutoCloseable {

    public static final String CLIENT = "flags";
    public static final String SECRET = "secret";
    public static final String CODE = "a-code";

    public final RSAKey key = rsa("one");
    public final Map<String, Object> description = new LinkedHashMap<>();
    public final Map<String, Object> userInfo = new HashMap<>(Map.of("sub", "4711"));

    private final Receiver server;
    private boolean used;
    private boolean careless;
    private UnaryOperator<JWTClaimsSet.Builder> claims = claims -> claims;
    private Function<JWTClaimsSet, JWT> signing = claims -> signed(JWSAlgorithm.RS256, key, claims);
    private String nonce = "";

    /** Starts an issuer. */
    public TestIssuer() {
        server = Receiver.answering(this::answer);
        description.put("issuer", issuer());
        description.put("authorization_endpoint", issuer() + "/authorize");
        description.put("token_endpoint", issuer() + "/token");
        description.put("userinfo_endpoint", issuer() + "/userinfo");
        description.put("jwks_uri", issuer() + "/keys");
        description.put("response_types_supported", new String[] {"code"});
        description.put("subject_types_supported", new String[] {"public"});
        description.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
    }

    /** Its name, which is its address. */
    public String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Answers a login with a token that has these claims beside the usual ones. */
    public TestIssuer saying(UnaryOperator<JWTClaimsSet.Builder> changed) {
        claims = changed;
        return this;
    }

    /** Signs tokens in another way. */
    public TestIssuer signing(Function<JWTClaimsSet, JWT> changed) {
        signing = changed;
        return this;
    }

    /** Accepts codes any number of times. */
    public TestIssuer careless() {
        careless = true;
        return this;
    }

    /** Lets a user log in who was sent here, and returns the address to which the browser is sent back. */
    public URI visit(URI address) {
        var query = UriComponentsBuilder.fromUri(address).build().getQueryParams();
        nonce = decoded(query, "nonce");
        used = false;
        return URI.create(decoded(query, "redirect_uri") + "?code=" + CODE + "&state=" + decoded(query, "state"));
    }

    private static String decoded(MultiValueMap<String, String> query, String name) {
        return URLDecoder.decode(String.valueOf(query.getFirst(name)), UTF_8);
    }

    /** What the last request for tokens has sent. */
    public String tokenRequest() {
        return server.all.stream()
                .filter(request -> request.path().equals("/token"))
                .map(Receiver.Request::body)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** The number of requests for a path. */
    public long requestsFor(String path) {
        return server.all.stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    /** A token with a signature by a key. */
    public static JWT signed(JWSAlgorithm algorithm, RSAKey key, JWTClaimsSet claims) {
        try {
            return signed(algorithm, key.getKeyID(), new RSASSASigner(key), claims);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A token with a signature by any means. */
    public static JWT signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims) {
        try {
            var token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            token.sign(signer);
            return token;
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A new key with this id. */
    public static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, description);
            case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
            case "/userinfo" -> send(exchange, 200, userInfo);
            case "/token" -> token(exchange);
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var expected = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, Map.of("error", "invalid_client"));
        } else if ((used && !careless) || !lastBody().contains("code=" + CODE)) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            used = true;
            send(exchange, 200, tokens());
        }
    }

    private String lastBody() {
        return server.all.getLast().body();
    }

    private Map<String, Object> tokens() {
        var now = Instant.now();
        var usual = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("4711")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce);
        return Map.of(
                "access_token",
                "an-access-token",
                "token_type",
                "Bearer",
                "id_token",
                signing.apply(claims.apply(usual).build()).serialize());
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
