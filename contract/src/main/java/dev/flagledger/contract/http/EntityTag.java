package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import org.springframework.http.ETag;

/**
 * A strong validator for a response body: RFC 9110, 8.8.3.
 *
 * @param text letters, digits and hyphens, without the quotes of the header
 */
public record EntityTag(String text) {

    private static final int BYTES = 16;

    /** The tag of a body. */
    public static EntityTag of(byte[] body) {
        return new EntityTag(HexFormat.of().formatHex(sha256().digest(body), 0, BYTES));
    }

    /** The tag of the same answer compressed with gzip: its bytes are others. */
    public EntityTag compressed() {
        return new EntityTag(text + "-gzip");
    }

    /** The value of an {@code ETag} header. */
    public String header() {
        return '"' + text + '"';
    }

    /** Whether the request's {@code If-None-Match} matches the tag. */
    public boolean isKnown(HttpServletRequest request) {
        return isAmong(Collections.list(request.getHeaders("If-None-Match")));
    }

    /**
     * The weak comparison of RFC 9110, 13.1.2: a star matches everything, and a proxy that compressed the body may have marked the
     * tag as weak.
     *
     * @param headers the values of all {@code If-None-Match} headers
     */
    public boolean isAmong(Collection<String> headers) {
        // Most clients send back exactly one header.
        return headers.contains(header()) || isListed(headers);
    }

    private boolean isListed(Collection<String> headers) {
        var own = new ETag(text, false);
        return headers.stream()
                .flatMap(header -> ETag.parse(header).stream())
                .anyMatch(known -> known.isWildcard() || known.compare(own, false));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
