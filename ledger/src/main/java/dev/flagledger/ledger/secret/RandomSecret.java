package dev.flagledger.ledger.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess. */
public final class RandomSecret {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    /** Draws 256 bits: 43 letters, digits, dashes or underscores. */
    public static String draw() {
        var drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
