package dev.flagledger.access.saml.rejection;

import org.jspecify.annotations.Nullable;

/** Thrown when a response of an identity provider is not accepted. */
public final class SamlRejectedException extends RuntimeException {

    private final Reason reason;

    public SamlRejectedException(Reason reason) {
        this(reason, null);
    }

    /** @param cause what a library reported, for the server's log; null for none */
    public SamlRejectedException(Reason reason, @Nullable Exception cause) {
        super(reason.text(), cause, false, false);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Requires a condition. */
    public static void require(boolean condition, Reason otherwise) {
        if (!condition) {
            throw new SamlRejectedException(otherwise);
        }
    }
}
