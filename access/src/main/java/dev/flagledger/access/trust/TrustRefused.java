package dev.flagledger.access.trust;

/** Thrown when a token is not accepted. The reason is part of the contract. */
public final class TrustRefused extends Exception {

    private final Reason reason;

    /** Why a token is refused. */
    public enum Reason {
        MALFORMED("Token is not a valid JWT."),
        ALGORITHM("Token signing algorithm is not allowed."),
        UNKNOWN("No trust relationship matches this token."),
        AMBIGUOUS("Token audience matches multiple trust relationships."),
        NO_KEYS("Unable to resolve issuer signing keys."),
        INVALID("Token validation failed."),
        /** Of a token of this server. */
        ENDED("Trust relationship no longer exists.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    TrustRefused(Reason reason) {
        super(reason.text, null, false, false);
        this.reason = reason;
    }

    TrustRefused(Reason reason, Exception cause) {
        super(reason.text, cause, false, false);
        this.reason = reason;
    }

    /** Returns why the token is refused. */
    public Reason reason() {
        return reason;
    }

    /** Returns the text for the sender. */
    public String text() {
        return reason.text;
    }
}
