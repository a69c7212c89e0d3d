package dev.flagledger.command.revert;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.command.flag.update.FlagUpdates;
import dev.flagledger.command.revert.Part.OfFeature;
import dev.flagledger.command.revert.Part.OfFlag;
import dev.flagledger.command.revert.Part.OfIdentity;
import dev.flagledger.command.revert.Part.OfSegment;
import dev.flagledger.command.revert.Part.OfSettings;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the way from the current state of a project to an earlier one. Pure. */
record RevertPlan(Project then, Project now, List<Part> parts) {

    /** Returns the commands in the order of the parts; empty if they are all as they were. */
    List<LedgerCommand> commands() {
        return parts.stream().flatMap(part -> back(part).stream()).toList();
    }

    /** Returns the objects that differ now and would not afterwards. Overrides for deleted segments are not restored. */
    List<DifferenceView> differences() {
        return differences(then).stream()
                .filter(object -> object.segment() == null || now.segments().containsKey(object.segment()))
                .toList();
    }

    /** Returns the objects of the parts that differ between the current state and another one. */
    List<DifferenceView> differences(Project other) {
        return DifferenceView.of(
                        Differences.between(now, other, now.environments().keySet()))
                .stream()
                .filter(object -> object.changeType().equals("UPDATE") || object.feature() != null)
                .filter(object -> parts.stream().anyMatch(part -> part.covers(object)))
                .toList();
    }

    private List<LedgerCommand> back(Part part) {
        return switch (part) {
            case OfSettings(var environment) ->
                both(environment(then, environment), environment(now, environment), RevertPlan::settings);
            case OfSegment(var id) ->
                both(then.segments().get(id), now.segments().get(id), this::segment);
            case OfFeature(var id) ->
                both(then.features().get(id), now.features().get(id), this::feature);
            case OfFlag(var environment, var feature) ->
                both(flag(then, environment, feature), flag(now, environment, feature), this::flag);
            case OfIdentity(var environment, var feature, var identity) ->
                both(
                        flag(then, environment, feature),
                        flag(now, environment, feature),
                        (former, current) -> new OverrideRevert(former, current, identity, shares(feature)).commands());
        };
    }

    private static List<LedgerCommand> settings(Environment former, Environment current) {
        var wanted = settings(former.settings(), current.settings());
        return wanted.equals(current.settings())
                ? List.of()
                : List.of(new ChangeEnvironment(
                        current.id(), current.projectId(), new Edit<>(current.settings(), wanted)));
    }

    private static EnvironmentSettings settings(EnvironmentSettings former, EnvironmentSettings current) {
        return new EnvironmentSettings(
                former.name(),
                current.apiKey(),
                former.description(),
                former.minimumChangeRequestApprovals(),
                former.allowClientTraits(),
                former.bannerText(),
                former.bannerColour(),
                former.hideDisabledFlags(),
                former.useIdentityCompositeKeyForHashing(),
                former.hideSensitiveData(),
                former.useIdentityOverridesInLocalEval(),
                current.metadata());
    }

    private List<LedgerCommand> segment(Segment former, Segment current) {
        var old = former.definition();
        var seen = current.definition();
        var wanted =
                new SegmentDefinition(old.name(), old.description(), seen.featureId(), old.rules(), seen.metadata());
        return wanted.equals(seen)
                ? List.of()
                : List.of(new ChangeSegment(current.id(), now.id(), new Edit<>(seen, wanted)));
    }

    private List<LedgerCommand> feature(Feature former, Feature current) {
        var seen = current.details();
        var wanted = new FeatureDetails(
                former.details().description(),
                former.details().archived(),
                former.details().serverKeyOnly(),
                former.details().tags().stream().filter(now.tags()::containsKey).toList(),
                seen.metadata());
        var options = options(former, current);
        return wanted.equals(seen) && former.type() == current.type() && options.equals(OptionChanges.NONE)
                ? List.of()
                : List.of(new ChangeFeature(current.id(), now.id(), new Edit<>(seen, wanted), former.type(), options));
    }

    /** An option that was removed since gets its former id, so that former shares of it are its own. */
    private static OptionChanges options(Feature former, Feature current) {
        var changed = former.options().values().stream()
                .flatMap(old -> Stream.ofNullable(current.options().get(old.id()))
                        .filter(seen -> !seen.equals(old))
                        .map(seen -> new Edit<>(seen, old)))
                .toList();
        return new OptionChanges(
                changed,
                without(current, former),
                without(former, current).stream().map(MultivariateOption::id).toList());
    }

    private static List<MultivariateOption> without(Feature missing, Feature there) {
        return there.options().values().stream()
                .filter(option -> !missing.options().containsKey(option.id()))
                .toList();
    }

    private List<LedgerCommand> flag(Flag former, Flag current) {
        var environment = now.environment(current.environmentId());
        var shares = shares(current.featureId());
        return new FlagRevert(former, current, now.segments().keySet(), shares)
                .commands().stream()
                        .map(command ->
                                command instanceof UpdateFlag update ? FlagUpdates.of(environment, update) : command)
                        .toList();
    }

    /** The options are those of then if the feature is led back too. */
    private FormerShares shares(int featureId) {
        var former = then.feature(featureId).options().keySet();
        var current = now.feature(featureId).options().keySet();
        return parts.contains(new OfFeature(featureId))
                ? new FormerShares(former, former, !current.containsAll(former))
                : new FormerShares(former, current, false);
    }

    private static @Nullable Environment environment(Project project, int id) {
        return project.environments().get(id);
    }

    private static @Nullable Flag flag(Project project, int environmentId, int featureId) {
        var environment = environment(project, environmentId);
        return environment == null ? null : environment.flags().get(featureId);
    }

    private static <T> List<LedgerCommand> both(
            @Nullable T former, @Nullable T current, BiFunction<T, T, List<LedgerCommand>> back) {
        return former == null || current == null ? List.of() : back.apply(former, current);
    }
}
