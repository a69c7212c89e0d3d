package dev.flagledger.command.user.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * The secret of a second factor, as apps take it.
 *
 * @param qrLink the URI that apps read from a QR code
 * @param secret the secret in base 32, for apps without a camera
 */
record SecretView(String qrLink, String secret) {

    /** Flagsmith's name, under which apps of its users have the account. */
    private static final String ISSUER = "Flagsmith";

    static SecretView of(String email, String secret) {
        return new SecretView(
                "otpauth://totp/" + ISSUER + ":"
                        + URLEncoder.encode(email, UTF_8).replace("+", "%20") + "?secret=" + secret + "&issuer="
                        + ISSUER,
                secret);
    }
}
