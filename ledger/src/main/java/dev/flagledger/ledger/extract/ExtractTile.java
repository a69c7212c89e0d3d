package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.proof.tree.Tile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A line of an extract of all events: the hashes of up to 256 of them. These lines come before the events. */
final class ExtractTile {

    private static final String PREFIX = "{\"tile\":";
    private static final byte[] PREFIX_BYTES = PREFIX.getBytes(StandardCharsets.US_ASCII);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExtractTile() {}

    static byte[] line(Tile tile) {
        var hashes = Base64.getEncoder().encodeToString(tile.hashes());
        return (PREFIX + tile.index() + ",\"hashes\":\"" + hashes + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    static boolean is(byte[] line) {
        return Lines.begins(line, PREFIX_BYTES);
    }

    /** @throws IllegalArgumentException if the line has another form */
    static Tile parse(byte[] line) {
        try {
            var parts = MAPPER.readTree(line);
            return new Tile(
                    0,
                    parts.required("tile").longValue(),
                    Base64.getDecoder().decode(parts.required("hashes").asString()));
        } catch (JacksonException _) {
            throw new IllegalArgumentException("A tile of the extract is not in its form");
        }
    }
}
