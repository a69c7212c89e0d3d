package dev.flagledger.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** An issuer of tokens on loopback, as CI systems are, which describes itself and its keys. */
public final class WorkloadIssuer implements AutoCloseable {

    private final RSAKey key = newKey("first");
    private final AtomicReference<JWKSet> published = new AtomicReference<>(new JWKSet(key.toPublicJWK()));
    private final AtomicReference<String> name = new AtomicReference<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    private WorkloadIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            var path = exchange.getRequestURI().getPath();
            var body = path.endsWith("/openid-configuration")
                    ? "{\"issuer\":\"" + name.get() + "\",\"jwks_uri\":\"" + address() + "/keys\"}"
                    : published.get().toString();
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        name.set(address());
    }

    /** Starts an issuer with one key. */
    public static WorkloadIssuer start() {
        return new WorkloadIssuer();
    }

    /** Returns a new RSA key. */
    public static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the issuer's name, which is its address. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the key, also its private part. */
    public RSAKey key() {
        return key;
    }

    /** Returns how often it was asked. */
    public int requests() {
        return requests.get();
    }

    /** Publishes other keys. */
    public void publish(JWKSet keys) {
        published.set(keys);
    }

    /** Calls itself otherwise. */
    public void rename(String to) {
        name.set(to);
    }

    /** Returns claims that are valid for an hour. */
    public JWTClaimsSet.Builder claims(String audience) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(audience)
                .subject("repo:acme/flags")
                .claim("repository", "acme/flags")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(1, ChronoUnit.HOURS)));
    }

    /** Signs claims with the issuer's key. */
    public String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    /** Signs claims with any key. */
    public static String sign(JWTClaimsSet claims, RSAKey with) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
