package dev.flagledger.command.revert;

import static dev.flagledger.access.permission.AccessContext.found;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.environment.EnvironmentRemoval;
import dev.flagledger.command.identity.IdentityRemoval;
import dev.flagledger.command.revert.plan.Part;
import dev.flagledger.command.revert.plan.Part.OfIdentity;
import dev.flagledger.command.revert.plan.Plan;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.ledger.command.CommandGuard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Carries out plans: sends their commands, in one transaction. Identities that were deleted since get no overrides. */
@Component
final class Reverts {

    private final Identities identities;
    private final IdentityRemoval removal;
    private final EnvironmentRemoval environments;
    private final CommandGuard guard;

    Reverts(Identities identities, IdentityRemoval removal, EnvironmentRemoval environments, CommandGuard guard) {
        this.identities = identities;
        this.removal = removal;
        this.environments = environments;
        this.guard = guard;
    }

    /**
     * Carries out a plan, or returns what it would change. Whoever may not carry it out is not shown it either: it names values
     * that they may not be able to view.
     */
    Reverted make(Plan plan, long position, boolean dryRun, CommandContext context) {
        var commands = ofExistingIdentities(plan.commands(), Reverts::override).stream()
                .map(this::ofExisting)
                .toList();
        new RevertChecks(plan.now(), context.access()).require(commands);
        if (dryRun) {
            commands.forEach(command -> guard.require(command, context.attribution()));
            return new Reverted(position, ofExistingIdentities(plan.differences(), Reverts::override), plan.lost());
        }
        if (commands.size() == 1) {
            send(commands.getFirst(), plan.now(), context);
        } else {
            context.sendTogether(commands);
        }
        var after = found(context.installation().project(plan.now().id()), "Project");
        return new Reverted(position, plan.differences(after), plan.lost());
    }

    /**
     * Some deletions also delete what the configuration log does not have, such as secrets and reported traits. Each is the only command
     * of its plan.
     */
    private void send(LedgerCommand command, Project now, CommandContext context) {
        switch (command) {
            case DeleteEnvironment c -> environments.remove(context, now.environment(c.environmentId()));
            case DeleteManagedIdentity c -> removal.remove(context, c.environmentId(), c.identityId());
            default -> context.send(command);
        }
    }

    private LedgerCommand ofExisting(LedgerCommand command) {
        return command instanceof RestoreFeature restored
                ? new RestoreFeature(
                        restored.feature(),
                        restored.states(),
                        ofExistingIdentities(restored.overrides(), Reverts::override))
                : command;
    }

    /** Returns the objects without those of identities that were deleted since. */
    private <T> List<T> ofExistingIdentities(List<T> objects, Function<T, Optional<OfIdentity>> override) {
        var existing = objects.stream()
                .flatMap(object -> override.apply(object).stream())
                .collect(groupingBy(OfIdentity::environmentId, mapping(OfIdentity::identityId, toSet())));
        existing.replaceAll(identities::existing);
        return objects.stream()
                .filter(object -> override.apply(object)
                        .filter(of -> !existing.getOrDefault(of.environmentId(), Set.of())
                                .contains(of.identityId()))
                        .isEmpty())
                .toList();
    }

    private static Optional<OfIdentity> override(LedgerCommand command) {
        return command instanceof OverrideForIdentity made
                ? Optional.of(new OfIdentity(made.environmentId(), made.featureId(), made.identityId()))
                : Optional.empty();
    }

    private static Optional<OfIdentity> override(DifferenceView object) {
        return object.identity() != null && Part.of(object) instanceof OfIdentity override
                ? Optional.of(override)
                : Optional.empty();
    }
}
