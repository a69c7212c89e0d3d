package dev.flagledger.standalone.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.extract.ExtractLine;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.note.NoteSigner;
import dev.flagledger.ledger.proof.note.SigningPair;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.tree.TreeEdge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A server that answers for a log, truthfully until it is told otherwise. It has no database. */
final class ServedLog implements AutoCloseable {

    static final String ORIGIN = "flags.example";

    private static final String API = "/api/v1/";

    private final SigningPair pair = SigningPair.generate();
    private final TreeEdge edge = new TreeEdge();
    private final Map<String, byte[]> answers = new HashMap<>();
    private final HttpServer http;

    /** {@code size} is less than that of a tile. The events at even positions are those of project 7. */
    ServedLog(int size) throws IOException {
        LongStream.rangeClosed(1, size)
                .forEach(position ->
                        edge.append(Hash.ofLeaf(event(position).requireEntry().bytes())));
        answer("proof/key/", key().toString());
        answer("proof/checkpoint/", note());
        edge.takeChanged().stream()
                .map(Tile::hashes)
                .forEach(hashes -> answers.put("proof/tile/0/000.p/" + size, hashes));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    static StoredEvent event(long position) {
        var entry = new Entry(("{\"no\":" + position + "}").getBytes(StandardCharsets.UTF_8));
        return new StoredEvent(position, new EventScope(3, 7, null, "project:7"), entry);
    }

    VerifierKey key() {
        return VerifierKey.of(ORIGIN, pair.publicKey());
    }

    /** The signed head. */
    String note() {
        return sign(new TreeHead(ORIGIN, edge.size(), edge.root()));
    }

    /** Signs a head under its own origin. */
    String sign(TreeHead head) {
        return new NoteSigner(key().named(head.origin()), pair.privateKey())
                .sign(head.text())
                .toString();
    }

    /** Has the server give another answer. */
    void answer(String path, String text) {
        answers.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    ServerLog asked() {
        return new ServerLog(
                new ServerApi(URI.create("http://127.0.0.1:" + http.getAddress().getPort()), "Token secret"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(API.length());
        boolean known =
                List.of("Token secret").equals(exchange.getRequestHeaders().get("Authorization"));
        var answer = path.endsWith("/events/extract/") ? events(path, exchange.getRequestURI()) : answers.get(path);
        var body = answer == null ? "{\"detail\":\"Not found.\"}".getBytes(StandardCharsets.UTF_8) : answer;
        exchange.sendResponseHeaders(answer == null || !known ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] events(String path, URI uri) {
        if (answers.containsKey(path)) {
            return answers.get(path);
        }
        var events = new ByteArrayOutputStream();
        LongStream.range(1, Long.parseLong(uri.getQuery().replace("before=", "")))
                .filter(position -> position % 2 == 0)
                .forEach(position -> events.writeBytes(line(event(position))));
        return events.toByteArray();
    }

    /** A line of an extract. */
    static byte[] line(StoredEvent event) {
        return (new String(new ExtractLine(event, List.of()).bytes(), StandardCharsets.UTF_8) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
