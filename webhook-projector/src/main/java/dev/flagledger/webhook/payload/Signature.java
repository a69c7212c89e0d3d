package dev.flagledger.webhook.payload;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures of a webhook body, by which a receiver verifies its origin and integrity. */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED_KEY = "whsec_";

    private Signature() {}

    /**
     * The signature of Flagsmith: HMAC-SHA256 of the body as 64 lower-case hex digits.
     *
     * @param secret the key, as UTF-8; not empty
     */
    public static String of(String secret, byte[] body) {
        return HexFormat.of().formatHex(mac(utf8(secret)).doFinal(body));
    }

    /**
     * The signature of the Standard Webhooks specification: {@code v1,} and the HMAC-SHA256, in Base64, of the message's id, the time
     * of the attempt and the body, separated by dots.
     *
     * @param secret the key: what follows {@code whsec_} in Base64, any other text as UTF-8; not empty
     */
    public static String standard(String secret, String id, Instant at, byte[] body) {
        var mac = mac(key(secret));
        mac.update(utf8(id + "." + at.getEpochSecond() + "."));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(ENCODED_KEY) && secret.length() > ENCODED_KEY.length()) {
            try {
                return Base64.getDecoder().decode(secret.substring(ENCODED_KEY.length()));
            } catch (IllegalArgumentException _) {
                // A secret that only looks like an encoded key.
            }
        }
        return utf8(secret);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
