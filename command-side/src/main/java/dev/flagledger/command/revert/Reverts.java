package dev.flagledger.command.revert;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.FlagTexts;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.identity.Identities;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends the commands of a plan, in one transaction, after the checks that the usual routes make before they send them. */
@Component
final class Reverts {

    private final Identities identities;

    Reverts(Identities identities) {
        this.identities = identities;
    }

    /** Carries out a plan, or returns what it would change. */
    Reverted make(RevertPlan plan, long position, boolean dryRun, CommandContext context) {
        if (dryRun) {
            return new Reverted(position, plan.differences());
        }
        send(plan, context);
        var after = found(context.installation().project(plan.now().id()), "Project");
        return new Reverted(position, plan.differences(after));
    }

    private void send(RevertPlan plan, CommandContext context) {
        var commands = plan.commands().stream().filter(this::isOfKnownIdentity).toList();
        commands.forEach(command -> check(command, plan.now(), context));
        context.sendTogether(commands);
    }

    /** Identities that were deleted since have no overrides. */
    private boolean isOfKnownIdentity(LedgerCommand command) {
        return !(command instanceof OverrideForIdentity override)
                || identities
                        .find(override.environmentId(), override.identityId())
                        .isPresent();
    }

    private static void check(LedgerCommand command, Project now, CommandContext context) {
        switch (command) {
            case UpdateFlag update -> check(update, now, context);
            case PublishUpdate publication -> check(publication.update(), now, context);
            default -> {}
        }
    }

    private static void check(UpdateFlag update, Project now, CommandContext context) {
        var environment = now.environment(update.flag().environmentId());
        var access = context.access();
        if (environment.settings().minimumChangeRequestApprovals() != null) {
            throw Refusal.coded(HttpStatus.CONFLICT, FlagTexts.CHANGE_REQUESTS, "change_requests_enabled");
        }
        var overrides = update.overrides();
        if (!overrides.changesNothing()) {
            access.require(Permission.MANAGE_SEGMENT_OVERRIDES, new Scope.OfEnvironment(environment.id()));
        }
        var places = environment.flag(update.flag().featureId()).segments();
        int more = Math.toIntExact(overrides.changed().stream()
                .filter(override -> !places.containsKey(override.segmentId()))
                .count());
        OverrideRules.requireRoom(
                environment, Math.max(0, more - overrides.removed().size()));
    }
}
