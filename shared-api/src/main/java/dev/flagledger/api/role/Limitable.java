package dev.flagledger.api.role;

import dev.flagledger.api.access.Permission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The permissions that a role can hold for features with certain tags only. */
public final class Limitable {

    /** All of them; each is about features. */
    public static final Set<Permission> PERMISSIONS = Collections.unmodifiableSet(EnumSet.of(
            Permission.DELETE_FEATURE,
            Permission.UPDATE_FEATURE_STATE,
            Permission.CREATE_CHANGE_REQUEST,
            Permission.APPROVE_CHANGE_REQUEST,
            Permission.MANAGE_SEGMENT_OVERRIDES));

    private Limitable() {}
}
