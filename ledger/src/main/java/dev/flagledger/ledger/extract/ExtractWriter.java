package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes an extract, line by line: the header; all tiles of level 0, if the extract has all events; the events; and the lines of state, if
 * there are any. Does not close the stream.
 */
public final class ExtractWriter {

    private final OutputStream out;
    private long events;

    /** Begins an extract with its header. */
    public ExtractWriter(OutputStream out, ExtractHeader header) throws IOException {
        this.out = out;
        write(header.line().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a tile. */
    public void tile(Tile tile) throws IOException {
        write(ExtractTile.line(tile));
    }

    /** Writes an event of an extract of all. */
    public void event(StoredEvent event) throws IOException {
        event(event, List.of());
    }

    /** Writes an event with its audit path. */
    public void event(StoredEvent event, List<Hash> proof) throws IOException {
        write(new ExtractLine(event, proof).bytes());
        events++;
    }

    /** Writes a line of state. */
    void state(String line) throws IOException {
        write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of events that were written. */
    public long events() {
        return events;
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
