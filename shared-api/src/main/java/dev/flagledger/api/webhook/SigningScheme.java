package dev.flagledger.api.webhook;

import java.util.Locale;

/** How the Standard Webhooks signature of a message is made. */
public enum SigningScheme {
    /** With the webhook's secrets. */
    HMAC,
    /** With a private key of the webhook, whose public key the receiver knows. */
    ED25519;

    /** Returns the name in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
