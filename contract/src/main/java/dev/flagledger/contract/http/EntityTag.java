package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import org.springframework.http.ETag;

/**
 * Stands for the bytes of one answer, so that a client which has them need not be sent them again.
 *
 * @param text letters and digits, without the quotes that it has in a header
 */
public record EntityTag(String text) {

    private static final int BYTES = 16;

    /** The tag of an answer with this body. */
    public static EntityTag of(byte[] body) {
        return new EntityTag(HexFormat.of().formatHex(sha256().digest(body), 0, BYTES));
    }

    /** The value of an {@code ETag} header. */
    public String header() {
        return '"' + text + '"';
    }

    /** Whether the sender of the request says with {@code If-None-Match} that it has the answer. */
    public boolean isKnown(HttpServletRequest request) {
        return isAmong(Collections.list(request.getHeaders("If-None-Match")));
    }

    /**
     * The comparison of RFC 9110, 13.1.2: a star means any answer at all, and a proxy may have marked the tag as weak when it
     * compressed the answer.
     *
     * @param headers the values of all headers of this name
     */
    boolean isAmong(Collection<String> headers) {
        var own = new ETag(text, false);
        return headers.stream()
                .flatMap(header -> ETag.parse(header).stream())
                .anyMatch(known -> known.isWildcard() || known.compare(own, false));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }
}
