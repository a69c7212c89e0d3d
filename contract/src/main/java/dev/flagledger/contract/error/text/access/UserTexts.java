package dev.flagledger.contract.error.text.access;

/** Texts about accounts and passwords. */
public final class UserTexts {

    public static final String SUPERUSER_EXISTS =
            "A superuser can only be created through this  endpoint if no other users exist.";
    public static final String WRONG_CREDENTIALS = "Unable to log in with provided credentials.";
    public static final String LAST_ADMIN =
            "The user is the last admin of an organisation. Make somebody else one, or delete the organisation,"
                    + " before.";
    public static final String LAST_SUPERUSER = "The user is the last superuser. Make somebody else one before.";
    public static final String PASSWORD_TOO_SHORT =
            "This password is too short. It must contain at least 8 characters.";
    public static final String PASSWORD_TOO_COMMON = "This password is too common.";
    public static final String PASSWORD_NUMERIC = "This password is entirely numeric.";

    public static final String INVALID_PASSWORD = "Invalid password.";
    public static final String PASSWORDS_DIFFER = "The two password fields didn't match.";
    public static final String INVALID_UID = "Invalid user id or user doesn't exist.";
    public static final String INVALID_TOKEN = "Invalid token for given user.";

    /** For the token of an account that is active, or was deactivated. */
    public static final String STALE_TOKEN = "Stale token for given user.";

    public static final String EMAIL_TAKEN = "Feature flag admin user with this email already exists.";
    public static final String ONBOARDING_EMPTY =
            "At least one of 'tasks' or 'tools' or 'hosting_preferences' must be provided.";

    /** For a superuser who would lose what only superusers may do. */
    public static final String OWN_ACCOUNT = "You cannot do this to your own account.";

    private UserTexts() {}

    public static String passwordTooSimilar(String attribute) {
        return "The password is too similar to the " + attribute + ".";
    }
}
