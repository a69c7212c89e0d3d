package dev.flagledger.access.oauth.message;

import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.RandomSecret;

/**
 * A new secret: of a client, a code or a token.
 *
 * @param text 43 letters, digits, dashes or underscores; only for whom it is drawn
 */
public record Drawn(String text) {

    /** Draws a secret. */
    public static Drawn fresh() {
        return new Drawn(RandomSecret.draw());
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
