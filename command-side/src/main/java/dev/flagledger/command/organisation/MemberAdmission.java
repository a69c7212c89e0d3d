package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.Role;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Makes users members of organisations as part of another command. */
@Component
public class MemberAdmission {

    private final Repository<Organisation> organisations;

    MemberAdmission(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    /** Makes a user a member in the caller's transaction; returns false for those who are members, who keep their role. */
    public boolean admit(int organisationId, int userId, Role role) {
        return organisations
                .load(OrganisationCommand.streamOf(organisationId))
                .invoke(organisation -> organisation.admit(organisationId, userId, role));
    }
}
