package dev.flagledger.contract.error.text.access;

/** Texts about invites and members. */
public final class InviteTexts {

    public static final String LINKS_DISABLED = "Invite links are disabled.";
    public static final String EXPIRED = "Invite has expired";
    public static final String OTHER_ADDRESS = "Registered email does not match invited email";
    public static final String PAST = "This is in the past.";
    public static final String TOO_MANY_LINKS = "The organisation has as many invite links as it may have.";
    public static final String UNINVITED = "User registration without an invite is disabled for this installation.";

    private InviteTexts() {}

    /** The dashboard looks for "already exists". */
    public static String exists(String email) {
        return "Invite for email " + email + " already exists";
    }

    public static String noSuchUser(int id) {
        return "User with id " + id + " does not exist";
    }
}
