package dev.flagledger.api.access;

/** The rights that exist. Those of projects and environments bear the names that Flagsmith's clients know. */
public enum Permission {
    /** Open to everyone, logged in or not. */
    ANYONE,
    /** Open to everyone who is logged in. */
    LOGGED_IN,
    /** For the account's owner alone. */
    SELF,

    VIEW_ORGANISATION,
    ORGANISATION_ADMIN,
    CREATE_PROJECT,
    /** For the admins of whatever has the custom field: an organisation or a project. */
    MANAGE_METADATA,

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
    /** For the environment's applications, and for those who manage its identities. */
    DESCRIBE_IDENTITIES
}
