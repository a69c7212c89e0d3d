package dev.flagledger.access.permission;

import dev.flagledger.api.access.Permission;
import java.util.List;

/** The levels on which permissions can be granted, with the permissions that Flagsmith's clients know for each. */
public enum PermissionLevel {
    ORGANISATION(
            Permission.ORGANISATION_ADMIN,
            new Right("CREATE_PROJECT", "Create projects in the organisation"),
            new Right("MANAGE_USER_GROUPS", "Make, change and delete groups of members")),

    PROJECT(
            Permission.PROJECT_ADMIN,
            new Right("VIEW_PROJECT", "See the project and its features"),
            new Right("CREATE_ENVIRONMENT", "Create and copy environments"),
            new Right("DELETE_FEATURE", "Delete features", true),
            new Right("CREATE_FEATURE", "Create and change features"),
            new Right("MANAGE_SEGMENTS", "Create, change and delete segments"),
            new Right("VIEW_AUDIT_LOG", "Read the audit log"),
            new Right("MANAGE_TAGS", "Create, change and delete tags"),
            new Right("MANAGE_PROJECT_LEVEL_CHANGE_REQUESTS", "Publish change requests of segments"),
            new Right("APPROVE_PROJECT_LEVEL_CHANGE_REQUESTS", "Approve change requests of segments"),
            new Right("CREATE_PROJECT_LEVEL_CHANGE_REQUESTS", "Make change requests of segments")),

    ENVIRONMENT(
            Permission.ENVIRONMENT_ADMIN,
            new Right("VIEW_ENVIRONMENT", "See the environment and the states of its features"),
            new Right("UPDATE_FEATURE_STATE", "Switch features and change their values", true),
            new Right("MANAGE_IDENTITIES", "Create, change and delete identities"),
            new Right("VIEW_IDENTITIES", "See identities and their traits"),
            new Right("CREATE_CHANGE_REQUEST", "Make change requests", true),
            new Right("APPROVE_CHANGE_REQUEST", "Approve change requests", true),
            new Right("MANAGE_SEGMENT_OVERRIDES", "Override features for segments", true));

    private final Permission admin;

    @SuppressWarnings("ImmutableEnumChecker") // List.of returns immutable lists
    private final List<Right> rights;

    PermissionLevel(Permission admin, Right... rights) {
        this.admin = admin;
        this.rights = List.of(rights);
    }

    /** Returns the permission that includes all others of this level. */
    public Permission admin() {
        return admin;
    }

    /** Returns the permissions that can be granted, in the order in which clients show them. */
    public List<Right> rights() {
        return rights;
    }

    /**
     * A permission that can be granted.
     *
     * @param key name on the wire
     * @param description description for users
     * @param supportsTag whether it can be limited to features with certain tags
     */
    public record Right(String key, String description, boolean supportsTag) {

        Right(String key, String description) {
            this(key, description, false);
        }
    }
}
