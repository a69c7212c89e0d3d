package dev.flagledger.query.access;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.permission.EffectiveRights;
import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;

/** The permissions on one resource, as far as the caller may read them. */
final class ScopePermissions {

    private ScopePermissions() {}

    /** The caller's permissions. The caller must be a user. */
    static PermissionsView me(AccessContext access, PermissionLevel level, Scope scope) {
        if (access.actor().userId() == null) {
            throw InvalidInput.detail(QueryTexts.USERS_ONLY);
        }
        return view(EffectiveRights.of(access.installation(), access.actor(), level, scope));
    }

    /** A member's permissions with their origin, for the member and for admins. Users who are no members are not found. */
    static DetailedPermissionsView detailed(AccessContext access, PermissionLevel level, Scope scope, int userId) {
        var asksForSelf = Integer.valueOf(userId).equals(access.actor().userId());
        if (!asksForSelf && !access.may(level.admin(), scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
        return PermissionOrigins.view(access.installation(), scope, rights(access, level, scope, userId));
    }

    /** A member's permissions, for admins. */
    static PermissionsView effective(AccessContext access, PermissionLevel level, Scope scope, int userId) {
        access.require(level.admin(), scope);
        return view(rights(access, level, scope, userId));
    }

    private static PermissionsView view(EffectiveRights rights) {
        var limited = rights.limited().stream()
                .map(some -> new PermissionsView.ByTag(some.permissions(), some.tags()))
                .toList();
        return new PermissionsView(rights.rights(), rights.admin(), limited);
    }

    private static EffectiveRights rights(AccessContext access, PermissionLevel level, Scope scope, int userId) {
        var installation = access.installation();
        var member = installation
                .user(userId)
                .map(user -> Actor.user(user.id(), user.email()))
                .filter(user -> AccessPolicy.roleIn(installation, user, scope).isPresent());
        return EffectiveRights.of(installation, AccessContext.found(member, "FFAdminUser"), level, scope);
    }
}
