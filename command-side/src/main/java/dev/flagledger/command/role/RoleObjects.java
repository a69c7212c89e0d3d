package dev.flagledger.command.role;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.role.OrganisationRole;

/** Lookups of roles, and of the objects in their organisation that they can name. */
public final class RoleObjects {

    private RoleObjects() {}

    /** Returns the role for the organisation's admins; forbidden for others, missing if it does not exist. */
    public static OrganisationRole role(CommandContext context, int organisationId, int roleId) {
        var organisation = context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        return found(organisation.access().roles().find(roleId), "Role");
    }

    /** Returns whether a project of the organisation has this tag. */
    public static boolean hasTag(CommandContext context, int organisationId, int tagId) {
        return context.installation()
                .projectsOf(organisationId)
                .anyMatch(project -> project.tags().containsKey(tagId));
    }

    /** Returns whether the object exists in the organisation. */
    public static boolean has(CommandContext context, int organisationId, GrantPlace place) {
        return place.kind() == GrantPlace.Kind.ORGANISATION
                ? place.id() == organisationId
                : context.installation()
                        .projectOf(place.scope())
                        .filter(project -> project.organisationId() == organisationId)
                        .isPresent();
    }
}
