package dev.flagledger.ledger.subject;

import java.nio.charset.StandardCharsets;

/**
 * The location of a sealed text, which it is bound to, so that it cannot be moved.
 *
 * @param entry the id of the entry
 * @param path the JSON Pointer (RFC 6901) of the text in the entry
 */
public record TextLocation(String entry, String path) {

    byte[] bytes() {
        return (entry + " " + path).getBytes(StandardCharsets.UTF_8);
    }
}
