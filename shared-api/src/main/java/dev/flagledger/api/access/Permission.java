package dev.flagledger.api.access;

/** Permissions. Those of projects and environments have the names used by Flagsmith's clients. */
public enum Permission {
    /** Held by every caller, logged in or not. */
    ANYONE,
    /** Held by every logged-in user. */
    LOGGED_IN,
    /** Held by the owner of the account only. */
    SELF,

    VIEW_ORGANISATION,
    ORGANISATION_ADMIN,
    CREATE_PROJECT,
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

    VIEW_ENVIRONMENT,
    ENVIRONMENT_ADMIN,
    UPDATE_FEATURE_STATE,
    MANAGE_SEGMENT_OVERRIDES,
    VIEW_IDENTITIES,
    MANAGE_IDENTITIES,
    /** Held by applications of the environment and by actors who may manage its identities. */
    DESCRIBE_IDENTITIES
}
