package dev.flagledger.command.revert.plan;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.engine.state.flag.Flag;
import java.util.List;
import java.util.stream.Stream;

/** Leads the override of a flag for one identity back. */
record OverrideRevert(Flag then, Flag now, int identityId, FormerShares shares) {

    List<LedgerCommand> commands() {
        int environment = now.environmentId();
        int feature = now.featureId();
        var former = then.identities().get(identityId);
        var current = now.identities().get(identityId);
        if (former != null
                && current != null
                && former.state().id() == current.state().id()) {
            var change = shares.change(former.state().setting(), current.state().setting());
            return change.changesNothing()
                    ? List.of()
                    : List.of(new UpdateIdentityOverride(environment, identityId, feature, change));
        }
        var removal = Stream.ofNullable(current)
                .<LedgerCommand>map(_ -> new RemoveIdentityOverride(environment, identityId, feature));
        var creation = Stream.ofNullable(former)
                .<LedgerCommand>map(override -> new OverrideForIdentity(
                        environment,
                        identityId,
                        override.identifier(),
                        feature,
                        override.state().id(),
                        override.state().uuid(),
                        shares.wanted(
                                override.state().setting(), override.state().setting())));
        return Stream.concat(removal, creation).toList();
    }
}
