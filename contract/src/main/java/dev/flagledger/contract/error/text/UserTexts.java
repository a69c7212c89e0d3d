package dev.flagledger.contract.error.text;

/** Texts about accounts and passwords. */
public final class UserTexts {

    public static final String SUPERUSER_EXISTS =
            "A superuser can only be created through this  endpoint if no other users exist.";
    public static final String WRONG_CREDENTIALS = "Unable to log in with provided credentials.";
    public static final String LAST_ADMIN =
            "The user is the last admin of an organisation. Make somebody else one, or delete the organisation, before.";
    public static final String PASSWORD_TOO_SHORT =
            "This password is too short. It must contain at least 8 characters.";
    public static final String PASSWORD_TOO_COMMON = "This password is too common.";
    public static final String PASSWORD_NUMERIC = "This password is entirely numeric.";

    private UserTexts() {}

    public static String passwordTooSimilar(String attribute) {
        return "The password is too similar to the " + attribute + ".";
    }
}
