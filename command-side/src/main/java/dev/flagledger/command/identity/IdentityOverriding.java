package dev.flagledger.command.identity;

import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates overrides for identities as part of another command. */
@Component
public class IdentityOverriding {

    private final ManagedIdentities identities;

    IdentityOverriding(Repository<ManagedIdentity> identities) {
        this.identities = new ManagedIdentities(identities);
    }

    /** Creates one in the caller's transaction. */
    public void add(OverrideForIdentity override) {
        identities.change(override.environmentId(), override.identityId(), identity -> identity.handle(override));
    }
}
