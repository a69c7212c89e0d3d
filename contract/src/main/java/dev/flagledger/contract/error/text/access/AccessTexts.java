package dev.flagledger.contract.error.text.access;

/** Texts about missing objects and permissions. */
public final class AccessTexts {

    public static final String UNAUTHENTICATED = "Authentication credentials were not provided.";

    public static final String FORBIDDEN = "You do not have permission to perform this action.";

    /** The same, where organisations are administered. */
    public static final String UNPRIVILEGED = "User does not have sufficient privileges to perform this action";

    /** The object does not exist, on routes that do not name its type. */
    public static final String NOT_FOUND = "Not found.";

    private AccessTexts() {}

    /** The object does not exist; {@code type} is the name of its type in Flagsmith. */
    public static String notFound(String type) {
        return "No " + type + " matches the given query.";
    }
}
