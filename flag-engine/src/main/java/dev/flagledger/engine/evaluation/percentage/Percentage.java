package dev.flagledger.engine.evaluation.percentage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes two ids to a percentage, deterministically and uniformly. */
public final class Percentage {

    private static final int STEPS = 9999;

    private Percentage() {}

    /** Returns a percentage in [0, 100). */
    public static double of(String first, String second) {
        var pair = first + "," + second;
        var text = pair;
        double percentage = share(text) * 100;
        while (percentage == 100) {
            text += "," + pair;
            percentage = share(text) * 100;
        }
        return percentage;
    }

    private static double share(String text) {
        int rest = 0;
        for (byte digit : md5().digest(text.getBytes(StandardCharsets.UTF_8))) {
            rest = (rest * 256 + Byte.toUnsignedInt(digit)) % STEPS;
        }
        return rest / (double) (STEPS - 1);
    }

    /** Not for security: Flagsmith's algorithm uses MD5. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
