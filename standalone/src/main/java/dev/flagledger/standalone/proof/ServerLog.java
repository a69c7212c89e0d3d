package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.extract.ExtractLine;
import dev.flagledger.ledger.extract.Lines;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.tree.TilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log of a server through its API. */
final class ServerLog {

    private final ServerApi api;

    ServerLog(ServerApi api) {
        this.api = api;
    }

    VerifierKey key() throws IOException {
        return VerifierKey.parse(api.text("proof/key/"));
    }

    /** The newest signed note. */
    String checkpoint() throws IOException {
        return api.text("proof/checkpoint/");
    }

    /** The tiles of level 0 of a tree of this size. */
    List<Tile> leaves(long size) throws IOException {
        var tiles = new ArrayList<Tile>();
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            int width = (int) Math.min(Tile.WIDTH, size - index * Tile.WIDTH);
            var hashes = api.bytes("proof/tile/" + new TilePath(0, index, width));
            if (hashes.length != width * Hash.BYTES) {
                throw new IOException("The server sent a tile of another size");
            }
            tiles.add(new Tile(0, index, hashes));
        }
        return tiles;
    }

    /** What is done with an event. */
    interface Action {
        void accept(StoredEvent event) throws IOException;
    }

    /**
     * Reads the events of a project, or else of an organisation, up to a position.
     *
     * @param filter further parameters, each after an ampersand
     */
    void read(@Nullable Integer organisation, @Nullable Integer project, String filter, long upTo, Action action)
            throws IOException {
        var scope = project == null ? "organisations/" + organisation : "projects/" + project;
        long last = 0;
        try (var body = api.stream(scope + "/events/extract/?before=" + (upTo + 1) + filter)) {
            var lines = new Lines(body);
            for (var line = lines.next(); line != null; line = lines.next()) {
                var event = ExtractLine.parse(line).event();
                if (event.position() <= last) {
                    throw new IOException(
                            "The server sent the event at position " + event.position() + " out of order");
                }
                action.accept(event);
                last = event.position();
            }
        }
    }
}
