package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;

/** The signature of the Standard Webhooks specification, which covers the id and the time of a message too. */
public final class StandardSignature {

    private static final String ENCODED_KEY = "whsec_";

    private StandardSignature() {}

    /**
     * {@code v1,} and the HMAC-SHA256, in Base64, of the message's id, the time of the attempt and the body, separated by dots.
     *
     * @param secret the key: what follows {@code whsec_} in Base64, any other text as UTF-8; not empty
     */
    public static String of(String secret, String id, Instant at, byte[] body) {
        var head = id + "." + at.getEpochSecond() + ".";
        return "v1," + Base64.getEncoder().encodeToString(Hmac.of(key(secret), head.getBytes(UTF_8), body));
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(ENCODED_KEY) && secret.length() > ENCODED_KEY.length()) {
            try {
                return Base64.getDecoder().decode(secret.substring(ENCODED_KEY.length()));
            } catch (IllegalArgumentException _) {
                // A secret that only looks like an encoded key.
            }
        }
        return secret.getBytes(UTF_8);
    }
}
