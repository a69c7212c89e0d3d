package dev.flagledger.command.organisation;

import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.command.grant.Creators;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Has the aggregate of the organisation grant creators what they have created. */
@Component
final class MemberCreators implements Creators {

    private final Repository<Organisation> organisations;

    MemberCreators(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    @Override
    public void own(int organisationId, Grant grant) {
        organisations
                .load(OrganisationCommand.streamOf(organisationId))
                .execute(organisation -> organisation.own(organisationId, grant));
    }
}
