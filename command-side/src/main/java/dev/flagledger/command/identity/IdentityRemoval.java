package dev.flagledger.command.identity;

import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.installation.identity.log.IdentityLog;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes identities. */
@Component
public class IdentityRemoval {

    private final ManagedIdentities identities;
    private final IdentityLog log;

    IdentityRemoval(Repository<ManagedIdentity> identities, IdentityLog log) {
        this.identities = new ManagedIdentities(identities);
        this.log = log;
    }

    /** Deletes an identity with what was reported of it; the caller needs the permission. */
    public void remove(CommandContext context, int environmentId, int identityId) {
        var reported = new DeleteIdentity(environmentId, identityId);
        context.send(
                new DeleteManagedIdentity(environmentId, identityId),
                () -> log.handle(reported, context.attribution()));
    }

    /**
     * Deletes the administered state of an identity, as part of another command in the caller's transaction. The caller deletes the
     * identity from the log of identities.
     */
    public void remove(int environmentId, int identityId) {
        identities.change(
                environmentId,
                identityId,
                identity -> identity.handle(new DeleteManagedIdentity(environmentId, identityId)));
    }
}
