package dev.flagledger.access.security;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.text.Blanks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        var note = Blanks.strip(PercentEncoding.decode(given).orElseThrow(() -> invalid(UNDECODABLE)));
        TextRules.problemOf(note, MAX_LENGTH).ifPresent(problem -> {
            throw invalid(problem);
        });
        return note.isEmpty() ? null : note;
    }

    private static InvalidInput invalid(String problem) {
        return InvalidInput.fields(Map.of("note", List.of(problem)));
    }
}
