package dev.flagledger.api.identity;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.List;

/** What can be asked of an identity as applications know it. */
public sealed interface IdentityCommand extends LedgerCommand {

    int environmentId();

    int identityId();

    @Override
    default String aggregateId() {
        return streamOf(environmentId(), identityId());
    }

    /** The stream of one identity, in either log. */
    static String streamOf(int environmentId, int identityId) {
        return "identity-" + environmentId + "-" + identityId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    /**
     * Makes an identity known, with what is said of it.
     *
     * @param identifier what the application calls it, at most 2000 characters
     * @param traits with different keys
     */
    record CreateIdentity(int environmentId, int identityId, String identifier, List<Trait> traits)
            implements IdentityCommand {}

    record RenameIdentity(int environmentId, int identityId, String identifier) implements IdentityCommand {}

    /** Sets traits and takes others away, by key. The ids serve only for keys that are new. */
    record ChangeTraits(int environmentId, int identityId, List<Trait> set, List<String> removed)
            implements IdentityCommand {}

    /** Adds a number to a trait that must be one, and is 0 where there is none. The id serves only if the key is new. */
    record IncrementTrait(int environmentId, int identityId, int traitId, String key, int by)
            implements IdentityCommand {}

    /** Adds a trait whose key must be new. */
    record CreateTrait(int environmentId, int identityId, Trait trait) implements IdentityCommand {}

    /** Changes one trait, which may get another key. Its id stays. */
    record ChangeTrait(int environmentId, int identityId, Edit<Trait> edit) implements IdentityCommand {}

    record RemoveTrait(int environmentId, int identityId, int traitId) implements IdentityCommand {}

    record DeleteIdentity(int environmentId, int identityId) implements IdentityCommand {}
}
