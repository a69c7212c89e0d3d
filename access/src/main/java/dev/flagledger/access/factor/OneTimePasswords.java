package dev.flagledger.access.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: six digits for each 30 seconds, the one form that every authenticator app knows. */
final class OneTimePasswords {

    /** Length of a secret in bytes: that of the hash, as RFC 4226, 4, recommends. */
    static final int SECRET_BYTES = 20;

    /** The number of steps by which the clock of a device may differ. */
    private static final int DRIFT = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private OneTimePasswords() {}

    /** Returns the number of the time step whose password this is; empty if it is that of no step around this time. */
    static OptionalLong stepOf(byte[] secret, String code, Instant at) {
        long now = at.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
        // All are compared, so that the time it takes tells nothing.
        return LongStream.rangeClosed(now - DRIFT, now + DRIFT)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), code.getBytes(US_ASCII)))
                .max();
    }

    /** Returns the password of a time step. */
    static String code(byte[] secret, long step) {
        try {
            var time = Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, GENERATOR.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret is a key", e);
        }
    }
}
