package dev.flagledger.api.access;

/** Permissions. Those of projects and environments have the names used by Flagsmith's clients. */
public enum Permission {
    /** Held by every caller, logged in or not. */
    ANYONE,
    /** Held by every logged-in user. */
    LOGGED_IN,
    /** Held by the owner of the account only. */
    SELF,
    /** Held by the superusers of the installation. */
    INSTALLATION_ADMIN,

    VIEW_ORGANISATION,
    ORGANISATION_ADMIN,
    /** Held by admins of the organisation and by its directory. */
    MANAGE_MEMBERS,
    CREATE_PROJECT,
    MANAGE_USER_GROUPS,
    /** Held by the admins of the group and by those who manage all groups. */
    MANAGE_GROUP,
    /** Held by admins of the object on which permissions are granted. */
    MANAGE_GRANTS,
    /** Held by admins of the organisation or project that owns the custom field. */
    MANAGE_METADATA,
    /** Held by admins of the organisation or environment that owns the webhook. */
    MANAGE_WEBHOOKS,

    VIEW_PROJECT,
    VIEW_AUDIT_LOG,
    PROJECT_ADMIN,
    CREATE_ENVIRONMENT,
    CREATE_FEATURE,
    DELETE_FEATURE,
    MANAGE_TAGS,
    MANAGE_SEGMENTS,
    /** Can be granted, like the other two about change requests of projects, but allows nothing yet. */
    MANAGE_PROJECT_LEVEL_CHANGE_REQUESTS,
    APPROVE_PROJECT_LEVEL_CHANGE_REQUESTS,
    CREATE_PROJECT_LEVEL_CHANGE_REQUESTS,

    VIEW_ENVIRONMENT,
    ENVIRONMENT_ADMIN,
    UPDATE_FEATURE_STATE,
    MANAGE_SEGMENT_OVERRIDES,
    VIEW_IDENTITIES,
    MANAGE_IDENTITIES,
    /** Can be granted, like the approval of change requests, but allows nothing yet. */
    CREATE_CHANGE_REQUEST,
    APPROVE_CHANGE_REQUEST,
    /** Held by applications of the environment and by actors who may manage its identities. */
    DESCRIBE_IDENTITIES
}
