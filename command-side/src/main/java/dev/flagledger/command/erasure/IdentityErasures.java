package dev.flagledger.command.erasure;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.erasure.ErasureCommand.EraseFormerIdentity;
import dev.flagledger.api.erasure.ErasureCommand.EraseIdentity;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.command.erasure.search.FormerIdentities;
import dev.flagledger.command.identity.IdentityRemoval;
import dev.flagledger.installation.identity.Identities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Handles erasures of identities, each in one transaction. */
@Component
class IdentityErasures {

    private final ErasureRecords records;
    private final IdentityRemoval removal;
    private final FormerIdentities former;
    private final Identities identities;

    IdentityErasures(ErasureRecords records, IdentityRemoval removal, FormerIdentities former, Identities identities) {
        this.records = records;
        this.removal = removal;
        this.former = former;
        this.identities = identities;
    }

    @CommandHandler
    void handle(EraseIdentity command) {
        removal.remove(command.environmentId(), command.identityId());
        records.add(new IdentityErased(command.erasureId(), command.environmentId(), command.identityId()));
    }

    @CommandHandler
    void handle(EraseFormerIdentity command) {
        if (!former.includes(command.organisationId(), command.environmentId(), command.identityId())) {
            throw new Rejected(new Rejection.Missing("Identity"));
        }
        identities.removeRemains(command.identityId());
        records.add(new FormerIdentityErased(
                command.erasureId(), command.organisationId(), command.environmentId(), command.identityId()));
    }
}
