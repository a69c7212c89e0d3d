package dev.flagledger.standalone.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Receivers that refuse a fifth of all requests, and remember what they acknowledged first, in that order. */
final class UnsteadyReceivers implements AutoCloseable {

    private final int count;
    private final HttpServer server;
    private final Random random = new Random(7);
    private final Set<String> seen = new HashSet<>();
    private final Map<Integer, List<String>> acknowledged = new HashMap<>();

    UnsteadyReceivers(int count) throws IOException {
        this.count = count;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    List<String> urls() {
        var server = "http://127.0.0.1:" + this.server.getAddress().getPort() + "/";
        return IntStream.range(0, count).mapToObj(receiver -> server + receiver).toList();
    }

    /** The values of each feature in the order in which a webhook was told of them. */
    synchronized Map<String, List<Integer>> told(int webhook) {
        var values = new LinkedHashMap<String, List<Integer>>();
        for (var body : acknowledged.getOrDefault(webhook, List.of())) {
            var state = JsonMapper.shared().readTree(body).get("data").get("new_state");
            values.computeIfAbsent(state.get("feature").get("name").asString(), _ -> new ArrayList<>())
                    .add(Integer.parseInt(state.get("feature_state_value").asString()));
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.sendResponseHeaders(
                    take(exchange.getRequestHeaders().getFirst("webhook-id"), body) ? 204 : 500, -1);
        }
    }

    private synchronized boolean take(String id, String body) {
        if (random.nextInt(5) == 0) {
            return false;
        }
        if (seen.add(id)) {
            int webhook = Integer.parseInt(id.substring(0, id.indexOf('-')));
            acknowledged.computeIfAbsent(webhook, _ -> new ArrayList<>()).add(body);
        }
        return true;
    }
}
