package dev.flagledger.query.access;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.PermissionsView;
import dev.flagledger.engine.access.Access;
import dev.flagledger.engine.access.Grants;
import dev.flagledger.engine.access.Level;
import dev.flagledger.engine.access.Sight;

/** What people may do with one thing, as the caller may know it. */
final class People {

    private People() {}

    /** What the caller may do, who must be a person. */
    static PermissionsView me(Sight sight, Level level, Scope scope) {
        if (sight.actor().userId() == null) {
            throw InvalidInput.detail("This endpoint can only be used with a user and not Master API Key");
        }
        return PermissionsView.of(Grants.of(sight.installation(), sight.actor(), level, scope));
    }

    /** What a member may do and why: for themselves, and for admins, who are not told which other accounts there are. */
    static DetailedPermissionsView detailed(Sight sight, Level level, Scope scope, int userId) {
        var asksForSelf = Integer.valueOf(userId).equals(sight.actor().userId());
        if (!asksForSelf && !sight.may(level.admin(), scope)) {
            throw new Rejected(new Rejection.Forbidden());
        }
        return DetailedPermissionsView.of(grants(sight, level, scope, userId));
    }

    /** What a member may do, for admins. */
    static PermissionsView effective(Sight sight, Level level, Scope scope, int userId) {
        sight.require(level.admin(), scope);
        return PermissionsView.of(grants(sight, level, scope, userId));
    }

    private static Grants grants(Sight sight, Level level, Scope scope, int userId) {
        var installation = sight.installation();
        var member = installation
                .user(userId)
                .map(user -> Actor.user(user.id(), user.email()))
                .filter(user -> Access.roleIn(installation, user, scope).isPresent());
        return Grants.of(installation, Sight.found(member, "FFAdminUser"), level, scope);
    }
}
