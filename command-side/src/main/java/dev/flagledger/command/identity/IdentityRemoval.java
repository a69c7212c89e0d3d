package dev.flagledger.command.identity;

import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes the administered state of identities as part of another command. */
@Component
public class IdentityRemoval {

    private final Repository<ManagedIdentity> identities;

    IdentityRemoval(Repository<ManagedIdentity> identities) {
        this.identities = identities;
    }

    /** Deletes it in the caller's transaction. The caller deletes the identity from the log of identities. */
    public void remove(int environmentId, int identityId) {
        try {
            identities
                    .loadOrCreate(IdentityCommand.streamOf(environmentId, identityId), ManagedIdentity::new)
                    .execute(identity -> identity.handle(new DeleteManagedIdentity(environmentId, identityId)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an identity that is made declares nothing else", e);
        }
    }
}
