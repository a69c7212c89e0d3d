package dev.flagledger.api.grant;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.OrganisationCommand;

/** Commands about permissions granted in an organisation. */
public sealed interface GrantCommand extends LedgerCommand {

    int organisationId();

    GrantPlace place();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return place().scope();
    }

    /** Grants permissions to a holder that has no grant on the object yet. */
    record GrantPermissions(int organisationId, Grant grant) implements GrantCommand {
        @Override
        public GrantPlace place() {
            return grant.place();
        }
    }

    /** Changes a grant, also its holder. */
    record ChangeGrant(int organisationId, Edit<Grant> grant) implements GrantCommand {
        @Override
        public GrantPlace place() {
            return grant.seen().place();
        }
    }

    record WithdrawGrant(int organisationId, int grantId, GrantPlace place) implements GrantCommand {}
}
