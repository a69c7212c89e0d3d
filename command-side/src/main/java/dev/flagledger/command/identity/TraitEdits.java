package dev.flagledger.command.identity;

import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.ManagedIdentityCommand.EditTraits;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.ledger.log.Attribution;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Handles changes of traits by the team. The log of identities decides, since it has the traits; what it decided is recorded in
 * the configuration log too, in the same transaction.
 */
@Component
final class TraitEdits {

    private final IdentityLog log;
    private final ManagedIdentities identities;

    TraitEdits(IdentityLog log, Repository<ManagedIdentity> identities) {
        this.log = log;
        this.identities = new ManagedIdentities(identities);
    }

    @CommandHandler
    void handle(EditTraits command, MetaData sent) {
        log.traitsChanged(command.change(), Attribution.of(sent)).ifPresent(this::record);
    }

    private void record(TraitsChanged made) {
        identities.change(made.environmentId(), made.identityId(), identity -> identity.change(made));
    }
}
