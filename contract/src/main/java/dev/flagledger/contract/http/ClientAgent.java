package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program that sent a request, as it names itself and as it is recorded with events. */
public final class ClientAgent {

    private static final String HEADER = "User-Agent";
    private static final int MAX_LENGTH = 256;

    /** Everything but printable ASCII, which is all that RFC 9110 lets senders use. */
    private static final Pattern UNEXPECTED = Pattern.compile("[^ -~]");

    private ClientAgent() {}

    /**
     * The beginning of the header {@code User-Agent}, of at most 256 characters, with a question mark for each that is not
     * printable ASCII; null if it is absent or empty.
     */
    public static @Nullable String of(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        if (given == null || given.isBlank()) {
            return null;
        }
        var beginning = given.substring(0, Math.min(given.length(), MAX_LENGTH));
        return UNEXPECTED.matcher(beginning).replaceAll("?");
    }
}
