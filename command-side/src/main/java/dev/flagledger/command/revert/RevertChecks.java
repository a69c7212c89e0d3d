package dev.flagledger.command.revert;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.command.flag.update.FlagUpdates;
import dev.flagledger.engine.state.project.Project;
import java.util.List;

/** The checks that the usual routes make before they send the same commands. */
record RevertChecks(Project now, AccessContext access) {

    /** Refuses the commands of a plan if the sender could not send them by usual routes. */
    void require(List<LedgerCommand> commands) {
        commands.forEach(this::require);
        // Each command alone may have room, but not all of them.
        new FurtherOverrides(now)
                .of(commands)
                .forEach((environment, more) -> OverrideRules.requireRoom(now.environment(environment), more));
    }

    private void require(LedgerCommand command) {
        switch (command) {
            case UpdateFlag update -> requireUpdate(update);
            case PublishUpdate publication -> requireUpdate(publication.update());
            case RestoreFeature restored -> requireStates(restored);
            case RestoreIdentity restored ->
                restored.overrides()
                        .forEach(override -> access.require(Permission.UPDATE_FEATURE_STATE, override.scope()));
            default -> {}
        }
    }

    /** The feature has no scope yet; whoever may change some features only does not create one with values. */
    private void requireStates(RestoreFeature restored) {
        for (var state : restored.states()) {
            FlagUpdates.requireUnapproved(now.environment(state.environmentId()));
            var scope = new Scope.OfEnvironment(state.environmentId());
            access.require(Permission.UPDATE_FEATURE_STATE, scope);
            if (!state.overrides().isEmpty()) {
                access.require(Permission.MANAGE_SEGMENT_OVERRIDES, scope);
            }
        }
    }

    private void requireUpdate(UpdateFlag update) {
        var environment = now.environment(update.flag().environmentId());
        FlagUpdates.requireUnapproved(environment);
        if (!update.overrides().changesNothing()) {
            access.require(Permission.MANAGE_SEGMENT_OVERRIDES, update.scope());
        }
    }
}
