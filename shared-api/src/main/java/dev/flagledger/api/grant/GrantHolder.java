package dev.flagledger.api.grant;

/**
 * Who holds permissions.
 *
 * @param id id of the user, group or API key
 */
public record GrantHolder(Kind kind, int id) {

    /** Kinds of holders. API keys hold permissions by roles only. */
    public enum Kind {
        USER,
        GROUP,
        API_KEY
    }

    public static GrantHolder user(int id) {
        return new GrantHolder(Kind.USER, id);
    }

    public static GrantHolder group(int id) {
        return new GrantHolder(Kind.GROUP, id);
    }

    public static GrantHolder apiKey(int id) {
        return new GrantHolder(Kind.API_KEY, id);
    }
}
