package dev.flagledger.api.identity;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.List;
import java.util.UUID;

/** What people decide about one identity. Where it also changes what applications know of it, an {@link IdentityCommand} goes along. */
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

    /** {@code identifier} is what applications call it. */
    record CreateManagedIdentity(int environmentId, int identityId, String identifier)
            implements ManagedIdentityCommand {}

    record RenameManagedIdentity(int environmentId, int identityId, String identifier)
            implements ManagedIdentityCommand {}

    /** Sets a feature for the identity for the first time. The identifier serves only if none was decided on before. */
    record OverrideForIdentity(
            int environmentId,
            int identityId,
            String identifier,
            int featureId,
            int featureStateId,
            UUID uuid,
            Setting setting)
            implements ManagedIdentityCommand, SelfContained {}

    /** Changes what a feature is for the identity. */
    record UpdateIdentityOverride(int environmentId, int identityId, int featureId, SettingChange change)
            implements ManagedIdentityCommand, SelfContained {}

    record RemoveIdentityOverride(int environmentId, int identityId, int featureId)
            implements ManagedIdentityCommand, SelfContained {}

    /**
     * Makes these the overrides of the identity, and all that it has. The ids serve only for those that are new, the
     * identifier only if none was decided on before.
     */
    record ReplaceOverrides(int environmentId, int identityId, String identifier, List<OwnState> overrides)
            implements ManagedIdentityCommand, SelfContained {}

    record DeleteManagedIdentity(int environmentId, int identityId) implements ManagedIdentityCommand {}
}
