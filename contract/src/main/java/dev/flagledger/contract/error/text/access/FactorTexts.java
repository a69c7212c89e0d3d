package dev.flagledger.contract.error.text.access;

/** Texts about second factors. */
public final class FactorTexts {

    public static final String ACTIVE = "MFA method already active.";
    public static final String INACTIVE = "2FA is not enabled.";
    public static final String UNKNOWN = "Requested MFA method does not exist.";
    public static final String WRONG_CODE = "Code invalid or expired.";
    public static final String INVALID_TOKEN = "Invalid or expired token.";
    public static final String INVALID_CODE = "Invalid or expired code.";

    /** To a session whose login has not shown a code. */
    public static final String NOT_SHOWN =
            "You logged in without a code of your second factor. Log in with one before you remove it.";

    private FactorTexts() {}
}
