package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.Role;
import java.util.Collection;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Makes users members of organisations as part of another command. */
@Component
public class MemberAdmission {

    private final Repository<Organisation> organisations;

    MemberAdmission(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    /**
     * Makes a user a member in the caller's transaction, of the organisation's default groups and of further ones; those that do not
     * exist are ignored. Returns false for those who are members, for whom nothing changes.
     */
    public boolean admit(int organisationId, int userId, Role role, Collection<Integer> further) {
        return organisations
                .load(OrganisationCommand.streamOf(organisationId))
                .invoke(organisation -> organisation.admit(organisationId, userId, role, further));
    }
}
