package dev.flagledger.query.access;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.permission.Grants;
import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;

/** What people may do with one thing, as the caller may know it. */
final class ScopePermissions {

    private ScopePermissions() {}

    /** What the caller may do, who must be a person. */
    static PermissionsView me(AccessContext access, PermissionLevel level, Scope scope) {
        if (access.actor().userId() == null) {
            throw InvalidInput.detail("This endpoint can only be used with a user and not Master API Key");
        }
        return view(Grants.of(access.installation(), access.actor(), level, scope));
    }

    /** What a member may do and why: for themselves, and for admins, who are not told which other accounts there are. */
    static DetailedPermissionsView detailed(AccessContext access, PermissionLevel level, Scope scope, int userId) {
        var asksForSelf = Integer.valueOf(userId).equals(access.actor().userId());
        if (!asksForSelf && !access.may(level.admin(), scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
        var grants = grants(access, level, scope, userId);
        return DetailedPermissionsView.of(grants.admin(), grants.rights());
    }

    /** What a member may do, for admins. */
    static PermissionsView effective(AccessContext access, PermissionLevel level, Scope scope, int userId) {
        access.require(level.admin(), scope);
        return view(grants(access, level, scope, userId));
    }

    private static PermissionsView view(Grants grants) {
        return PermissionsView.of(grants.admin(), grants.rights());
    }

    private static Grants grants(AccessContext access, PermissionLevel level, Scope scope, int userId) {
        var installation = access.installation();
        var member = installation
                .user(userId)
                .map(user -> Actor.user(user.id(), user.email()))
                .filter(user -> AccessPolicy.roleIn(installation, user, scope).isPresent());
        return Grants.of(installation, AccessContext.found(member, "FFAdminUser"), level, scope);
    }
}
