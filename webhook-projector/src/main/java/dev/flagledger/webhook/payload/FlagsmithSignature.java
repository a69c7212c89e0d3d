package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** The signature of Flagsmith, by which a receiver verifies the origin and integrity of a body. */
public final class FlagsmithSignature {

    private FlagsmithSignature() {}

    /**
     * HMAC-SHA256 of the body as 64 lower-case hex digits.
     *
     * @param secret the key, as UTF-8; not empty
     */
    public static String of(String secret, byte[] body) {
        return HexFormat.of().formatHex(Hmac.of(secret.getBytes(UTF_8), body));
    }
}
