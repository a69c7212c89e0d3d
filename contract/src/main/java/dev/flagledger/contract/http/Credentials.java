package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * What an {@code Authorization} header shows: RFC 9110, 11.4.
 *
 * @param scheme how it is to be read, in the letters of the sender
 * @param words what follows the scheme, as a sound sender has one
 */
public record Credentials(String scheme, List<String> words) {

    /** Those of the request; empty if it has no such header. */
    public static Optional<Credentials> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).map(Credentials::read);
    }

    private static Credentials read(String header) {
        var words = List.of(header.strip().split("\\s+", -1));
        return new Credentials(words.getFirst(), words.subList(1, words.size()));
    }

    /** Whether they are of this scheme; its case does not matter. */
    public boolean hasScheme(String name) {
        return scheme.equalsIgnoreCase(name);
    }
}
