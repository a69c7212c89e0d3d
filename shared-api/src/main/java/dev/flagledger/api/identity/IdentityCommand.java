package dev.flagledger.api.identity;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.List;

/** Commands about an identity as applications report it. */
public sealed interface IdentityCommand extends LedgerCommand {

    int environmentId();

    int identityId();

    @Override
    default String aggregateId() {
        return streamOf(environmentId(), identityId());
    }

    /** Returns the stream of one identity, in either log. */
    static String streamOf(int environmentId, int identityId) {
        return streamsIn(environmentId) + identityId;
    }

    /** Returns what the names of the streams of an environment's identities begin with; their ids follow. */
    static String streamsIn(int environmentId) {
        return "identity-" + environmentId + "-";
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    /**
     * Creates an identity with its traits.
     *
     * @param identifier identifier chosen by the application, at most 2000 characters
     * @param traits initial traits, with distinct keys
     */
    record CreateIdentity(int environmentId, int identityId, String identifier, List<Trait> traits)
            implements IdentityCommand {}

    record RenameIdentity(int environmentId, int identityId, String identifier) implements IdentityCommand {}

    /** The commands that change nothing but traits. */
    sealed interface OfTraits extends IdentityCommand {}

    /** Sets traits and removes others, by key. The ids are used for new keys only. */
    record ChangeTraits(int environmentId, int identityId, List<Trait> set, List<String> removed) implements OfTraits {}

    /** Increments an integer trait, which counts as 0 if it does not exist. The id is used for a new key only. */
    record IncrementTrait(int environmentId, int identityId, int traitId, String key, int by) implements OfTraits {}

    /** Adds a trait, whose key must be new. */
    record CreateTrait(int environmentId, int identityId, Trait trait) implements OfTraits {}

    /** Changes one trait, including its key. The id is kept. */
    record ChangeTrait(int environmentId, int identityId, Edit<Trait> edit) implements OfTraits {}

    record RemoveTrait(int environmentId, int identityId, int traitId) implements OfTraits {}

    record DeleteIdentity(int environmentId, int identityId) implements IdentityCommand {}
}
