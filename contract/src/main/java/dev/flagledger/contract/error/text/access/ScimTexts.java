package dev.flagledger.contract.error.text.access;

/** Texts about provisioning by SCIM. */
public final class ScimTexts {

    public static final String CONNECTED = "SCIM is already configured for this organisation.";
    public static final String UNNAMED = "Authentication credentials were not provided.";
    public static final String NO_USER = "There is no such user.";
    public static final String NO_GROUP = "There is no such group.";
    public static final String USER_NAME = "userName must be an email address.";
    public static final String USER_EXISTS = "A user with this userName exists.";
    public static final String NO_NEW_ACCOUNTS = "New accounts cannot be opened on this server.";
    public static final String LAST_ADMIN = "The last admin of the organisation cannot be taken out.";
    public static final String GROUP_NAME = "displayName must be a text of 1 to 200 characters.";
    public static final String GROUP_EXISTS = "Another group has this externalId.";
    public static final String EXTERNAL_ID = "externalId must be a text of at most 255 characters.";
    public static final String ACTIVE = "active must be a boolean.";
    public static final String MEMBERS = "members must be a list of objects with a value.";
    public static final String MALFORMED = "The body is not valid JSON of a SCIM request.";

    private ScimTexts() {}

    /** For ids in a group that are no users of the organisation. */
    public static String noUser(String value) {
        return "There is no user " + value + ".";
    }

    /** For lists of more elements than are accepted. */
    public static String tooMany(int most) {
        return "At most " + most + " members or operations are accepted at once.";
    }
}
