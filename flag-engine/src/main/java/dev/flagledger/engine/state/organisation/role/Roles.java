package dev.flagledger.engine.state.organisation.role;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import java.util.List;

/** The roles of an organisation, and who holds them. */
public record Roles() {

    /** None. */
    public static final Roles NONE = new Roles();

    /** Returns what the roles that the holder has itself grant on the object. Asked on every request. */
    public List<RoleRights> of(GrantHolder holder, GrantPlace place) {
        return List.of();
    }

    /** Returns the roles after a holder has ceased to exist or has left the organisation. */
    public Roles without(GrantHolder holder) {
        return this;
    }
}
