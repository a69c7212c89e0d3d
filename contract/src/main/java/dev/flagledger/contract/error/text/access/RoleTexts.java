package dev.flagledger.contract.error.text.access;

/** Texts about roles, which Flagsmith's open part does not have. */
public final class RoleTexts {

    public static final String NOT_LIMITABLE = "This permission cannot be limited to tags.";
    public static final String GRANT_TAKEN = "The role has permissions on this object already.";
    public static final String HOLDER_TAKEN = "The role is held already.";

    /** For a key that is to hold a role. */
    public static final String ADMIN_KEY = "The key of an admin has all permissions and holds no roles.";

    private RoleTexts() {}
}
