package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The credentials of an {@code Authorization} header: RFC 9110, 11.4.
 *
 * @param scheme the authentication scheme, in the sender's case
 * @param words what follows the scheme: one word in well-formed headers
 */
public record Credentials(String scheme, List<String> words) {

    /** The credentials of a request; empty without the header. */
    public static Optional<Credentials> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).map(Credentials::read);
    }

    /** The one word after the scheme {@code Bearer} in the header of a request: RFC 6750, 2.1; empty without it. */
    public static Optional<String> bearer(HttpServletRequest request) {
        return of(request)
                .filter(shown -> shown.hasScheme("Bearer") && shown.words().size() == 1)
                .map(shown -> shown.words().getFirst());
    }

    private static Credentials read(String header) {
        var words = List.of(header.strip().split("\\s+", -1));
        return new Credentials(words.getFirst(), words.subList(1, words.size()));
    }

    /** Whether the scheme is this one, ignoring case. */
    public boolean hasScheme(String name) {
        return scheme.equalsIgnoreCase(name);
    }
}
