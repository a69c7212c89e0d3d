package dev.flagledger.command.revert;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.FlagTexts;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import org.springframework.http.HttpStatus;

/** The checks that the usual routes make before they send the same commands. */
record RevertChecks(Project now, AccessContext access) {

    /** Refuses a command of a plan that the sender could not send by a usual route. */
    void require(LedgerCommand command) {
        switch (command) {
            case UpdateFlag update -> requireUpdate(update);
            case PublishUpdate publication -> requireUpdate(publication.update());
            default -> {}
        }
    }

    private void requireUpdate(UpdateFlag update) {
        var environment = now.environment(update.flag().environmentId());
        if (environment.settings().minimumChangeRequestApprovals() != null) {
            throw Refusal.coded(HttpStatus.CONFLICT, FlagTexts.CHANGE_REQUESTS, "change_requests_enabled");
        }
        if (!update.overrides().changesNothing()) {
            access.require(Permission.MANAGE_SEGMENT_OVERRIDES, new Scope.OfEnvironment(environment.id()));
        }
        OverrideRules.requireRoom(environment, more(update, environment));
    }

    /** How many more overrides there will be. One that is made anew is removed too. */
    static int more(UpdateFlag update, Environment environment) {
        var overrides = update.overrides();
        var places = environment.flag(update.flag().featureId()).segments();
        int added = Math.toIntExact(overrides.changed().stream()
                .filter(override -> !places.containsKey(override.segmentId())
                        || overrides.removed().contains(override.segmentId()))
                .count());
        return added - overrides.removed().size();
    }
}
