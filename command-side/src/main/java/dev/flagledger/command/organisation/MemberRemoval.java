package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Removes members from organisations as part of another command. */
@Component
public class MemberRemoval {

    private final Repository<Organisation> organisations;
    private final History<Installation> history;

    MemberRemoval(Repository<Organisation> organisations, History<Installation> history) {
        this.organisations = organisations;
        this.history = history;
    }

    /** Removes a member in the caller's transaction; rejected if no other admin is left. */
    public void remove(int organisationId, int userId) {
        var inactive = InactiveAccounts.in(history.state(), organisationId);
        organisations
                .load(OrganisationCommand.streamOf(organisationId))
                .execute(organisation -> organisation.remove(organisationId, userId, inactive));
    }
}
