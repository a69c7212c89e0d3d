package dev.flagledger.command.identity;

import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes the administered state of identities as part of another command. */
@Component
public class IdentityRemoval {

    private final ManagedIdentities identities;

    IdentityRemoval(Repository<ManagedIdentity> identities) {
        this.identities = new ManagedIdentities(identities);
    }

    /** Deletes it in the caller's transaction. The caller deletes the identity from the log of identities. */
    public void remove(int environmentId, int identityId) {
        identities.change(
                environmentId,
                identityId,
                identity -> identity.handle(new DeleteManagedIdentity(environmentId, identityId)));
    }
}
