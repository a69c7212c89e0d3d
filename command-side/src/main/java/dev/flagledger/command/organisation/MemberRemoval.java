package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.OrganisationCommand;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Removes members from organisations as part of another command. */
@Component
public class MemberRemoval {

    private final Repository<Organisation> organisations;

    MemberRemoval(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    /** Removes a member in the caller's transaction; rejected if no other admin is left. */
    public void remove(int organisationId, int userId) {
        organisations
                .load(OrganisationCommand.streamOf(organisationId))
                .execute(organisation -> organisation.remove(organisationId, userId));
    }
}
