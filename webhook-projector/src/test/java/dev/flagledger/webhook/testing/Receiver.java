package dev.flagledger.webhook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on loopback that keeps what it was sent. */
public final class Receiver implements AutoCloseable {

    public record Request(String method, String path, Headers headers, String body, int fromPort) {
        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }
    }

    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public final List<Request> all = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Request> unread = new LinkedBlockingQueue<>();
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

    public static Receiver answering(Answer answer) {
        return new Receiver(answer);
    }

    /** Answers with these statuses in turn, and with the last one from then on. */
    public static Receiver answering(int... statuses) {
        var turn = new AtomicInteger();
        return new Receiver(exchange ->
                exchange.sendResponseHeaders(statuses[Math.min(turn.getAndIncrement(), statuses.length - 1)], -1));
    }

    private void keep(HttpExchange exchange) throws IOException {
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII),
                exchange.getRemoteAddress().getPort());
        all.add(request);
        unread.add(request);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** The next request, which must come within a few seconds. */
    public Request next() throws InterruptedException {
        var request = unread.poll(5, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        return request;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
