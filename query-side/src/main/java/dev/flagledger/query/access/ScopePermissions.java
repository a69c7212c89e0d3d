package dev.flagledger.query.access;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;
import dev.flagledger.engine.access.Access;
import dev.flagledger.engine.access.AccessContext;
import dev.flagledger.engine.access.Grants;
import dev.flagledger.engine.access.Level;

/** What people may do with one thing, as the caller may know it. */
final class ScopePermissions {

    private ScopePermissions() {}

    /** What the caller may do, who must be a person. */
    static PermissionsView me(AccessContext access, Level level, Scope scope) {
        if (access.actor().userId() == null) {
            throw InvalidInput.detail("This endpoint can only be used with a user and not Master API Key");
        }
        return PermissionsView.of(Grants.of(access.installation(), access.actor(), level, scope));
    }

    /** What a member may do and why: for themselves, and for admins, who are not told which other accounts there are. */
    static DetailedPermissionsView detailed(AccessContext access, Level level, Scope scope, int userId) {
        var asksForSelf = Integer.valueOf(userId).equals(access.actor().userId());
        if (!asksForSelf && !access.may(level.admin(), scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
        return DetailedPermissionsView.of(grants(access, level, scope, userId));
    }

    /** What a member may do, for admins. */
    static PermissionsView effective(AccessContext access, Level level, Scope scope, int userId) {
        access.require(level.admin(), scope);
        return PermissionsView.of(grants(access, level, scope, userId));
    }

    private static Grants grants(AccessContext access, Level level, Scope scope, int userId) {
        var installation = access.installation();
        var member = installation
                .user(userId)
                .map(user -> Actor.user(user.id(), user.email()))
                .filter(user -> Access.roleIn(installation, user, scope).isPresent());
        return Grants.of(installation, AccessContext.found(member, "FFAdminUser"), level, scope);
    }
}
