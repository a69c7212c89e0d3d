package dev.flagledger.contract.view.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant in the admin API.
 *
 * @param admin absent on organisations, whose admins have the role instead
 * @param user the user, or only the id; absent if a group holds the grant
 * @param group the group, or only the id; absent if a user holds the grant
 */
public record GrantView(
        int id,
        List<Permission> permissions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean admin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object user,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object group) {

    /** A grant with the id of its holder. */
    public static GrantView of(Grant grant) {
        return view(grant, grant.holder().id());
    }

    /** A grant with its holder, who exists. */
    public static GrantView listed(Installation installation, Organisation organisation, Grant grant) {
        int id = grant.holder().id();
        return view(
                grant,
                grant.holder().kind() == GrantHolder.Kind.GROUP
                        ? HolderGroupView.of(
                                organisation.access().groups().find(id).orElseThrow())
                        : HolderUserView.of(installation.user(id).orElseThrow()));
    }

    private static GrantView view(Grant grant, Object holder) {
        boolean ofGroup = grant.holder().kind() == GrantHolder.Kind.GROUP;
        boolean onOrganisation = grant.place().kind() == GrantPlace.Kind.ORGANISATION;
        return new GrantView(
                grant.id(),
                grant.permissions(),
                onOrganisation ? null : grant.admin(),
                ofGroup ? null : holder,
                ofGroup ? holder : null);
    }
}
