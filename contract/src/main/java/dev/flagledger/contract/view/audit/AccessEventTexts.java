package dev.flagledger.contract.view.audit;

/** The texts of events about groups and permissions, of which Flagsmith's audit log has no lines. */
public final class AccessEventTexts {

    public static final String SCIM_CONNECTED = "SCIM provisioning enabled";
    public static final String SCIM_TOKEN_CHANGED = "SCIM token regenerated";
    public static final String SCIM_DISCONNECTED = "SCIM provisioning disabled";

    private AccessEventTexts() {}

    public static String groupCreated(String name) {
        return "New Group created: " + name;
    }

    public static String groupUpdated(String name) {
        return "Group updated: " + name;
    }

    public static String groupDeleted(String name) {
        return "Group deleted: " + name;
    }

    public static String groupJoined(String name) {
        return "Members added to group: " + name;
    }

    public static String groupLeft(String name) {
        return "Members removed from group: " + name;
    }

    /** For a member who became a group's admin or is none any more. */
    public static String groupAdminChanged(String name, int userId) {
        return "Admin of group changed: " + name + ", user " + userId;
    }

    /** For what the directory said of a user, given by their e-mail address. */
    public static String scimRecorded(String email) {
        return "User provisioned by SCIM: " + email;
    }

    /** For a user whom the directory does not know any more, given by their e-mail address. */
    public static String scimForgotten(String email) {
        return "User deprovisioned by SCIM: " + email;
    }

    public static String scimGroupFilled(String name) {
        return "Group filled by SCIM: " + name;
    }

    /** For a holder, given as the kind and id of the user or group. */
    public static String granted(String holder) {
        return "Permissions granted to " + holder;
    }

    /** For a holder, given as the kind and id of the user or group. */
    public static String grantChanged(String holder) {
        return "Permissions changed of " + holder;
    }

    /** For a holder, given as the kind and id of the user or group. */
    public static String grantWithdrawn(String holder) {
        return "Permissions withdrawn from " + holder;
    }
}
