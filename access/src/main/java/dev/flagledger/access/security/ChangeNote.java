package dev.flagledger.access.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.text.Blanks;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The note of a request: why the sender changes what the request changes. A header rather than a field, so that every route takes
 * it, those with Flagsmith's forms included.
 */
final class ChangeNote {

    /** The name of the request header. Its value is UTF-8, percent-encoded. */
    static final String HEADER = "Flagledger-Note";

    private static final int MAX_LENGTH = 1_000;
    private static final String UNDECODABLE = "Enter UTF-8 text, percent-encoded.";

    private ChangeNote() {}

    /**
     * The note, of at most 1,000 characters, without surrounding white space; null if it is absent or blank.
     *
     * @throws InvalidInput if the header cannot be decoded, or the note is too long or cannot be stored
     */
    static @Nullable String of(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        if (given == null) {
            return null;
        }
        var note = Blanks.strip(decoded(given));
        TextRules.problemOf(note, MAX_LENGTH).ifPresent(problem -> {
            throw invalid(problem);
        });
        return note.isEmpty() ? null : note;
    }

    private static String decoded(String given) {
        try {
            if (US_ASCII.newEncoder().canEncode(given)) {
                // One character for each byte, since Spring would replace malformed UTF-8.
                var bytes = StringUtils.uriDecode(given, ISO_8859_1).getBytes(ISO_8859_1);
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            }
        } catch (IllegalArgumentException | CharacterCodingException _) {
            // An incomplete escape, or no UTF-8.
        }
        throw invalid(UNDECODABLE);
    }

    private static InvalidInput invalid(String problem) {
        return InvalidInput.fields(Map.of("note", List.of(problem)));
    }
}
