package dev.flagledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook receiver: an HTTP server on loopback that records requests. */
public final class Receiver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Inspector> INSPECTORS = ServiceLoader.load(Inspector.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    public final List<Request> all = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Request> unread = new LinkedBlockingQueue<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Receiver(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            keep(exchange);
            answer.to(exchange);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** A recorded request. */
    public record Request(String method, String path, Headers headers, String body, int fromPort) {
        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** Returns the data within the envelope of the body. */
        public JsonNode data() {
            return json().get("data");
        }

        /** Returns the expected signature for this secret. */
        public String signedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Looks at what receivers are sent; found by {@link ServiceLoader}. */
    public interface Inspector {

        /** Returns what is wrong with a request. */
        List<String> problems(Request request);
    }

    /** The response to a request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public static Receiver answering(Answer answer) {
        return new Receiver(answer);
    }

    /** Returns a receiver that responds with these statuses in turn, repeating the last one. */
    public static Receiver answering(int... statuses) {
        var turn = new AtomicInteger();
        return new Receiver(exchange ->
                exchange.sendResponseHeaders(statuses[Math.min(turn.getAndIncrement(), statuses.length - 1)], -1));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** Returns the next request; fails if none arrives. */
    public Request next() {
        try {
            var request = unread.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(request).as("a request").isNotNull();
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Returns the next request of a type, and forgets those before it. */
    public Request next(String type) {
        var request = next();
        while (!request.json().get("event_type").asString().equals(type)) {
            request = next();
        }
        return request;
    }

    /** Returns the next requests. */
    public List<Request> next(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }

    /** Fails if an inspector found something wrong. */
    @Override
    public void close() {
        server.stop(0);
        assertThat(problems).as("what is wrong with the messages").isEmpty();
    }

    private void keep(HttpExchange exchange) throws IOException {
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRemoteAddress().getPort());
        INSPECTORS.forEach(inspector -> problems.addAll(inspector.problems(request)));
        all.add(request);
        unread.add(request);
    }
}
