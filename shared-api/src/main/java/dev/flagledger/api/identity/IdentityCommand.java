package dev.flagledger.api.identity;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.List;
import java.util.UUID;

/** What can be asked of an identity. */
public sealed interface IdentityCommand extends LedgerCommand {

    int environmentId();

    int identityId();

    @Override
    default String aggregateId() {
        return streamOf(environmentId(), identityId());
    }

    /** The stream of one identity. */
    static String streamOf(int environmentId, int identityId) {
        return "identity-" + environmentId + "-" + identityId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    /** Makes an identity known. {@code identifier} is what the application calls it, at most 2000 characters. */
    record CreateIdentity(int environmentId, int identityId, String identifier) implements IdentityCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return identifierOf(this, identifier);
        }
    }

    /** Makes an identity known that an application has met, with what it says of it. The traits have different keys. */
    record Identify(int environmentId, int identityId, String identifier, List<Trait> traits)
            implements IdentityCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return identifierOf(this, identifier);
        }
    }

    record RenameIdentity(int environmentId, int identityId, String identifier) implements IdentityCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return identifierOf(this, identifier);
        }
    }

    /**
     * Sets traits and takes others away, by key. The ids serve only for keys that are new. Answered by
     * {@link IdentityTraits}: what the identity then has.
     */
    record ChangeTraits(int environmentId, int identityId, List<Trait> set, List<String> removed)
            implements IdentityCommand {}

    /**
     * Adds a number to a trait that must be one, and is 0 where there is none. The id serves only if the key is new.
     * Answered by the number that it comes to.
     */
    record IncrementTrait(int environmentId, int identityId, int traitId, String key, int by)
            implements IdentityCommand {}

    /** Adds a trait whose key must be new. */
    record CreateTrait(int environmentId, int identityId, Trait trait) implements IdentityCommand {}

    /** Changes one trait, which may get another key. Its id stays. */
    record ChangeTrait(int environmentId, int identityId, Edit<Trait> edit) implements IdentityCommand {}

    record RemoveTrait(int environmentId, int identityId, int traitId) implements IdentityCommand {}

    /** Sets a feature for the identity for the first time. */
    record OverrideForIdentity(
            int environmentId, int identityId, int featureId, int featureStateId, UUID uuid, Setting setting)
            implements IdentityCommand {}

    /** Changes what a feature is for the identity. */
    record UpdateIdentityOverride(int environmentId, int identityId, int featureId, SettingChange change)
            implements IdentityCommand {}

    record RemoveIdentityOverride(int environmentId, int identityId, int featureId) implements IdentityCommand {}

    /** Makes these the overrides of the identity, and all that it has. The ids serve only for those that are new. */
    record ReplaceOverrides(int environmentId, int identityId, List<OwnState> overrides) implements IdentityCommand {}

    record DeleteIdentity(int environmentId, int identityId) implements IdentityCommand, Releasing {}

    private static List<Claim> identifierOf(IdentityCommand command, String identifier) {
        return List.of(new Claim(
                Claim.Kind.IDENTIFIER, Integer.toString(command.environmentId()), identifier, command.aggregateId()));
    }
}
