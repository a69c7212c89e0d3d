package dev.flagledger.access.secret;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook's messages are signed with now.
 *
 * @param secret empty for none
 * @param previous the secret before it, while both are valid; null otherwise
 * @param privateKey an Ed25519 key in PKCS #8 form; null without a key pair
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SigningKeys(String secret, @Nullable String previous, byte @Nullable [] privateKey) {

    /** No key at all. */
    public static final SigningKeys NONE = new SigningKeys("", null, null);

    /** Returns the keys of a webhook with one secret, which may be empty. */
    public static SigningKeys of(String secret) {
        return new SigningKeys(secret, null, null);
    }
}
