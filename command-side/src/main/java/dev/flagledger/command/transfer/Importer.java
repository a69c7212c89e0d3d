package dev.flagledger.command.transfer;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.update.FlagUpdates;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Applies a file to an environment, feature by feature. Not atomic: if it fails midway, what was done stays done. The
 * file must then be imported again with OVERWRITE_DESTRUCTIVE: SKIP would skip a feature that was created but not set
 * yet.
 */
@Component
final class Importer {

    private final Ids ids;
    private final StateChanges states;

    Importer(Ids ids, StateChanges states) {
        this.ids = ids;
        this.states = states;
    }

    void importFeature(ImportedFeature requested, ImportStrategy strategy, int environmentId, CommandContext context) {
        var known = feature(context, environmentId, requested.name());
        if (known.isEmpty()) {
            create(requested, project(context, environmentId).id(), context);
            set(requested, environmentId, false, context);
        } else if (strategy == ImportStrategy.OVERWRITE_DESTRUCTIVE) {
            addOptions(requested, known.get(), context);
            set(requested, environmentId, true, context);
            removeIdentityOverrides(known.get().id(), environmentId, context);
        }
    }

    private void create(ImportedFeature requested, int projectId, CommandContext context) {
        var optionIds = ids.many(Ids.Kind.OPTION, requested.options().size());
        var options = requested.options().stream()
                .map(option -> option(optionIds.next(), option, option.defaultPercentage()))
                .toList();
        var owner = context.actor().userId();
        var command = new CreateFeature(
                ids.next(Ids.Kind.FEATURE),
                UUID.randomUUID(),
                projectId,
                requested.name(),
                options.isEmpty() ? FeatureType.STANDARD : FeatureType.MULTIVARIATE,
                requested.initialValue(),
                requested.defaultEnabled(),
                new FeatureDetails(null, false, requested.serverKeyOnly(), List.of(), List.of()),
                owner == null ? Owners.NONE : Owners.users(List.of(owner)),
                options);
        context.send(command);
    }

    /** With a default percentage of 0, so that other environments are not affected. */
    private void addOptions(ImportedFeature requested, Feature known, CommandContext context) {
        for (var missing :
                OptionMatches.of(requested.options(), known.options().values()).missing()) {
            var option = option(ids.next(Ids.Kind.OPTION), missing, 0);
            context.send(new AddOption(known.id(), known.projectId(), option));
        }
    }

    private static MultivariateOption option(int id, ImportedFeature.Option requested, double defaultPercentage) {
        return new MultivariateOption(id, UUID.randomUUID(), requested.value(), defaultPercentage, null);
    }

    /** @param alone whether to remove all segment overrides of the flag */
    private void set(ImportedFeature requested, int environmentId, boolean alone, CommandContext context) {
        var feature = found(feature(context, environmentId, requested.name()), "Feature");
        var environment = environment(context, environmentId);
        var flag = flag(environment, feature.id());
        var current = flag.environmentDefault().setting();
        var shares = OptionMatches.of(requested.options(), feature.options().values())
                .shares(current.variants());
        var change = states.change(new StateRequest(requested.enabled(), requested.value(), shares), current);
        var removed = alone ? List.copyOf(flag.segments().keySet()) : List.<Integer>of();
        var update = new UpdateFlag(flag.id(), change, new OverrideChanges(List.of(), removed, Map.of()));
        context.send(FlagUpdates.of(environment, update));
    }

    private void removeIdentityOverrides(int featureId, int environmentId, CommandContext context) {
        var flag = flag(environment(context, environmentId), featureId);
        for (int identityId : flag.identities().keySet()) {
            removeUnlessGone(new RemoveIdentityOverride(environmentId, identityId, featureId), context);
        }
    }

    /** Ignores that another request has removed the override in the meantime. */
    private static void removeUnlessGone(RemoveIdentityOverride removal, CommandContext context) {
        try {
            context.send(removal);
        } catch (Rejected e) {
            if (!(e.rejection() instanceof Rejection.Missing)) {
                throw e;
            }
        }
    }

    private static Project project(CommandContext context, int environmentId) {
        return found(context.installation().projectOfEnvironment(environmentId), "Environment");
    }

    /** Another request may have deleted the feature in the meantime. */
    private static Flag flag(Environment environment, int featureId) {
        return found(Optional.ofNullable(environment.flags().get(featureId)), "Feature");
    }

    private Environment environment(CommandContext context, int id) {
        return project(context, id).environment(id);
    }

    private Optional<Feature> feature(CommandContext context, int environmentId, String name) {
        return project(context, environmentId).features().values().stream()
                .filter(feature -> feature.name().equals(name))
                .findAny();
    }
}
