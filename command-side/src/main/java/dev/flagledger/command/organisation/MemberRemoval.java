package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.OrganisationCommand;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Takes members out of organisations. */
@Component
public class MemberRemoval {

    private final Repository<Organisation> organisations;

    MemberRemoval(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    /** Takes a member out, in the caller's transaction; refused if no other admin is left. */
    public void remove(int organisationId, int userId) {
        organisations
                .load(OrganisationCommand.streamOf(organisationId))
                .execute(organisation -> organisation.remove(organisationId, userId));
    }
}
