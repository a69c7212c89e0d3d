package dev.flagledger.ledger.subject;

import java.nio.charset.StandardCharsets;

/**
 * Where a text stands. A text is bound to its place, so that it cannot be moved to another.
 *
 * @param entry the id of the entry
 * @param path of the text in the entry, as a JSON Pointer (RFC 6901)
 */
public record TextLocation(String entry, String path) {

    byte[] bytes() {
        return (entry + " " + path).getBytes(StandardCharsets.UTF_8);
    }
}
