package dev.flagledger.command.revert;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.revert.plan.RevertPlan;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.installation.identity.Identities;
import org.springframework.stereotype.Component;

/** Carries out plans: sends their commands, in one transaction. Identities that were deleted since get no overrides. */
@Component
final class Reverts {

    private final Identities identities;

    Reverts(Identities identities) {
        this.identities = identities;
    }

    /** Carries out a plan, or returns what it would change. */
    Reverted make(RevertPlan plan, long position, boolean dryRun, CommandContext context) {
        if (dryRun) {
            return new Reverted(
                    position, plan.differences().stream().filter(this::isMade).toList());
        }
        send(plan, context);
        var after = found(context.installation().project(plan.now().id()), "Project");
        return new Reverted(position, plan.differences(after));
    }

    private void send(RevertPlan plan, CommandContext context) {
        var checks = new RevertChecks(plan.now(), context.access());
        var commands = plan.commands().stream().filter(this::isMade).toList();
        checks.require(commands);
        context.sendTogether(commands);
    }

    private boolean isMade(LedgerCommand command) {
        return !(command instanceof OverrideForIdentity override)
                || isKnown(override.environmentId(), override.identityId());
    }

    private boolean isMade(DifferenceView object) {
        var environment = object.environment();
        var identity = object.identity();
        return environment == null || identity == null || isKnown(environment, identity);
    }

    private boolean isKnown(int environmentId, int identityId) {
        return identities.find(environmentId, identityId).isPresent();
    }
}
