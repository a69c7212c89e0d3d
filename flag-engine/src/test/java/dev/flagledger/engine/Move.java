package dev.flagledger.engine;

import dev.flagledger.api.flag.FeatureValue;

/** A move of a {@link Play}; {@code one} and {@code two} select objects, {@code enabled} and {@code value} are set. */
record Move(Kind kind, int one, int two, boolean enabled, FeatureValue value) {

    enum Kind {
        ENVIRONMENT,
        CLONE,
        FEATURE,
        SEGMENT,
        TAG,
        CHANGE_TAG,
        CHANGE_SEGMENT,
        WEBHOOK,
        SERVER_KEY,
        API_KEY,
        RENAME_ORGANISATION,
        TYPE,
        SCAN,
        FIELD,
        ATTACH,
        OPTION,
        CHANGE_OPTION,
        OWNERS,
        RENAME,
        DETAILS,
        HIDE,
        SET,
        SHARE,
        PLACE,
        SEGMENT_OVERRIDE,
        ORDER,
        IDENTITY_OVERRIDE,
        RENAME_IDENTITY,
        VERSIONING,
        VERSION,
        REMOVE_SEGMENT_OVERRIDE,
        REMOVE_IDENTITY_OVERRIDE,
        DELETE_IDENTITY,
        REMOVE_OPTION,
        REMOVE_WEBHOOK,
        REMOVE_SERVER_KEY,
        REVOKE_API_KEY,
        DETACH,
        DELETE_FIELD,
        DELETE_TAG,
        DELETE_SEGMENT,
        DELETE_FEATURE,
        DELETE_ENVIRONMENT,
        DELETE_PROJECT,
        LATE
    }
}
