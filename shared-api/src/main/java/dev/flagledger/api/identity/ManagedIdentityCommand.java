package dev.flagledger.api.identity;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Commands of users about one identity. Where they also change what applications reported, an {@link IdentityCommand}
 * accompanies them.
 */
public sealed interface ManagedIdentityCommand extends LedgerCommand {

    int environmentId();

    int identityId();

    @Override
    default String aggregateId() {
        return IdentityCommand.streamOf(environmentId(), identityId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    /** Creates an identity with the identifier that applications use for it. */
    record CreateManagedIdentity(int environmentId, int identityId, String identifier)
            implements ManagedIdentityCommand {}

    /** Creates an identity that is to be as a deleted one was, in both logs. */
    record RestoreIdentity(
            int environmentId,
            int identityId,
            String identifier,
            List<Trait> traits,
            List<OverrideForIdentity> overrides)
            implements ManagedIdentityCommand {}

    record RenameManagedIdentity(int environmentId, int identityId, String identifier)
            implements ManagedIdentityCommand {}

    /** Makes a change of traits in both logs. */
    record EditTraits(IdentityCommand.OfTraits change) implements ManagedIdentityCommand {
        @Override
        public int environmentId() {
            return change.environmentId();
        }

        @Override
        public int identityId() {
            return change.identityId();
        }
    }

    /** Creates an identity override. The identifier is used only if the stream has none yet. */
    record OverrideForIdentity(
            int environmentId,
            int identityId,
            String identifier,
            int featureId,
            int featureStateId,
            UUID uuid,
            Setting setting)
            implements ManagedIdentityCommand, SelfContained {
        @Override
        public Scope scope() {
            return new Scope.OfFlag(environmentId, featureId);
        }

        /** Returns the command with the shares of only these options. */
        public OverrideForIdentity retaining(Set<Integer> options) {
            return new OverrideForIdentity(
                    environmentId, identityId, identifier, featureId, featureStateId, uuid, setting.retaining(options));
        }
    }

    /** Changes the state of an identity override. */
    record UpdateIdentityOverride(int environmentId, int identityId, int featureId, SettingChange change)
            implements ManagedIdentityCommand, SelfContained {
        @Override
        public Scope scope() {
            return new Scope.OfFlag(environmentId, featureId);
        }
    }

    record RemoveIdentityOverride(int environmentId, int identityId, int featureId)
            implements ManagedIdentityCommand, SelfContained {
        @Override
        public Scope scope() {
            return new Scope.OfFlag(environmentId, featureId);
        }
    }

    /**
     * Replaces all overrides of the identity by these. The ids are used for new ones only, and the identifier only if
     * the stream has none yet.
     */
    record ReplaceOverrides(int environmentId, int identityId, String identifier, List<OwnState> overrides)
            implements ManagedIdentityCommand, SelfContained {}

    record DeleteManagedIdentity(int environmentId, int identityId) implements ManagedIdentityCommand {}
}
