package dev.flagledger.access.oauth.message;

import dev.flagledger.ledger.secret.Digest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A new secret: of a client, a code or a token.
 *
 * @param text 43 letters, digits, dashes or underscores; only for whom it is drawn
 */
public record Drawn(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Draws a secret. */
    public static Drawn fresh() {
        var drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return new Drawn(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
    }

    /** What is stored. */
    public byte[] digest() {
        return Digest.sha256(text);
    }

    @Override
    public String toString() {
        return "Drawn";
    }
}
