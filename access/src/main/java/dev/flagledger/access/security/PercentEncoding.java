package dev.flagledger.access.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.springframework.util.StringUtils;

/** UTF-8 text in ASCII, with escapes such as {@code %C3%BC} (RFC 3986, 2.1). */
final class PercentEncoding {

    private PercentEncoding() {}

    /** Returns the text; empty if an escape is incomplete, or the bytes are no UTF-8. A plus sign is itself. */
    static Optional<String> decode(String encoded) {
        if (!US_ASCII.newEncoder().canEncode(encoded)) {
            return Optional.empty();
        }
        try {
            // One character for each byte, since Spring would replace malformed UTF-8.
            var bytes = StringUtils.uriDecode(encoded, ISO_8859_1).getBytes(ISO_8859_1);
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
