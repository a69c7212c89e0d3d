package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.extract.ExtractLine;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the log of a server through its API. */
final class ServerLog {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int PAGE = 1_000;
    private static final int GROUP = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private final String authorization;

    ServerLog(URI server, String authorization) {
        this.api = server.resolve("/api/v1/");
        this.authorization = authorization;
    }

    VerifierKey key() throws IOException {
        return VerifierKey.parse(text("proof/key/"));
    }

    /** The newest signed note. */
    String checkpoint() throws IOException {
        return text("proof/checkpoint/");
    }

    /** The tiles of level 0 of a tree of this size. */
    List<Tile> leaves(long size) throws IOException {
        var tiles = new ArrayList<Tile>();
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            int width = (int) Math.min(Tile.WIDTH, size - index * Tile.WIDTH);
            var hashes = bytes("proof/tile/0/" + path(index) + (width < Tile.WIDTH ? ".p/" + width : ""));
            if (hashes.length != width * Hash.BYTES) {
                throw new IOException("The server sent a tile of another size");
            }
            tiles.add(new Tile(0, index, hashes));
        }
        return tiles;
    }

    /** The index of a tile as in C2SP's tlog-tiles: in groups of three digits, all but the last with an x before. */
    private static String path(long index) {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return path.toString();
    }

    /** The next events of a project, or else of an organisation, after a position and up to another; empty after the last. */
    List<StoredEvent> events(@Nullable Integer organisation, @Nullable Integer project, long after, long upTo)
            throws IOException {
        var scope = project == null ? "organisations/" + organisation : "projects/" + project;
        var page = text(scope + "/events/extract/?after=" + after + "&up_to=" + upTo + "&limit=" + PAGE);
        return page.lines()
                .map(line ->
                        ExtractLine.parse(line.getBytes(StandardCharsets.UTF_8)).event())
                .toList();
    }

    private String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws IOException {
        var request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IOException(request.uri() + " answered " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
