package dev.flagledger.conformance.webhook;

import com.sun.net.httpserver.HttpExchange;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What lies between the server and a receiver: it loses messages and acknowledgements, repeats messages, and forges some. A network that
 * is a liar acknowledges what it loses, so that the server does not send it again.
 */
final class Network implements AutoCloseable {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");
    private static final List<String> HEADERS = List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    /** The statuses by which the receiver answered forged messages. */
    final List<Integer> forged = new CopyOnWriteArrayList<>();

    /** The ids of the messages that came through more than once. */
    final Set<String> repeated = ConcurrentHashMap.newKeySet();

    /** The numbers of the messages that were lost, some of which came through later. */
    final Set<String> lost = ConcurrentHashMap.newKeySet();

    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random;
    private final int statusOfLost;
    private volatile Supplier<URI> receiver = () -> NOWHERE;
    private final Receiver entrance = Receiver.answering(this::carry);

    private Network(Random random, int statusOfLost) {
        this.random = random;
        this.statusOfLost = statusOfLost;
    }

    static Network honest() {
        return new Network(new Random(11), 500);
    }

    static Network lying() {
        return new Network(new Random(11), 204);
    }

    void leadTo(Supplier<URI> end) {
        receiver = end;
    }

    /** Where the server sends to. */
    String url() {
        return entrance.url();
    }

    @Override
    public void close() {
        entrance.close();
        client.close();
    }

    private void carry(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(
                switch (random.nextInt(5)) {
                    case 0 -> {
                        lost.add(header(exchange, "webhook-sequence"));
                        yield statusOfLost;
                    }
                    case 1 -> {
                        pass(exchange);
                        yield 500;
                    }
                    case 2 -> {
                        pass(exchange);
                        yield pass(exchange);
                    }
                    case 3 -> {
                        forged.add(send(exchange, body(exchange).replace("\"enabled\": ", "\"enabled\":  ")));
                        yield pass(exchange);
                    }
                    default -> pass(exchange);
                },
                -1);
    }

    private int pass(HttpExchange exchange) {
        int status = send(exchange, body(exchange));
        var id = header(exchange, "webhook-id");
        if (status == 204 && !passed.add(id)) {
            repeated.add(id);
        }
        return status;
    }

    /** All attempts of a message have one body. */
    private String body(HttpExchange exchange) {
        return entrance.all.stream()
                .filter(request -> header(exchange, "webhook-id").equals(request.header("webhook-id")))
                .findFirst()
                .orElseThrow()
                .body();
    }

    /** Answers 502 while the receiver is away. */
    private int send(HttpExchange exchange, String body) {
        var request = HttpRequest.newBuilder(receiver.get()).POST(BodyPublishers.ofString(body));
        HEADERS.forEach(name -> request.header(name, header(exchange, name)));
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 502;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 502;
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNull(exchange.getRequestHeaders().getFirst(name), name);
    }
}
