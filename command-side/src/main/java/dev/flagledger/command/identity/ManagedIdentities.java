package dev.flagledger.command.identity;

import dev.flagledger.api.identity.IdentityCommand;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Repository;

/** The administered states of identities, changed as part of another command. */
record ManagedIdentities(Repository<ManagedIdentity> repository) {

    /** Changes one in the caller's transaction; it is new if the identity has only been reported so far. */
    void change(int environmentId, int identityId, Consumer<ManagedIdentity> change) {
        try {
            repository
                    .loadOrCreate(IdentityCommand.streamOf(environmentId, identityId), ManagedIdentity::new)
                    .execute(change);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an identity that is made declares nothing else", e);
        }
    }
}
