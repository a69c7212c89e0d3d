package dev.flagledger.command.revert.plan;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.command.flag.update.FlagUpdates;
import dev.flagledger.command.revert.plan.Part.OfFeature;
import dev.flagledger.command.revert.plan.Part.OfFlag;
import dev.flagledger.command.revert.plan.Part.OfIdentity;
import dev.flagledger.command.revert.plan.Part.OfSegment;
import dev.flagledger.command.revert.plan.Part.OfSettings;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads parts of a project back, as far as they exist in both states. Pure. */
public record RevertPlan(Project then, Project now, SequencedSet<Part> parts) implements Plan {

    /** Returns the commands in the order of the parts. */
    @Override
    public List<LedgerCommand> commands() {
        return parts.stream().flatMap(part -> back(part).stream()).toList();
    }

    /** Overrides for deleted segments are not restored. */
    @Override
    public List<DifferenceView> differences() {
        return differences(then).stream()
                .filter(object -> object.segment() == null || now.segments().containsKey(object.segment()))
                .toList();
    }

    @Override
    public List<DifferenceView> differences(Project other) {
        var environments = parts.stream().flatMap(Part::environment).collect(Collectors.toSet());
        return DifferenceView.of(Differences.between(now, other, environments)).stream()
                .filter(object -> object.changeType().equals("UPDATE") || object.feature() != null)
                .filter(object -> parts.contains(Part.of(object)))
                .toList();
    }

    private List<LedgerCommand> back(Part part) {
        return switch (part) {
            case OfSettings(var environment) ->
                both(
                        environment(then, environment),
                        environment(now, environment),
                        (former, current) -> new SettingsRevert(former, current).commands());
            case OfSegment(var id) ->
                both(
                        then.segments().get(id),
                        now.segments().get(id),
                        (former, current) -> new SegmentRevert(former, current, now.id()).commands());
            case OfFeature(var id) ->
                both(
                        then.features().get(id),
                        now.features().get(id),
                        (former, current) ->
                                new FeatureRevert(former, current, now.tags().keySet(), now.id()).commands());
            case OfFlag(var environment, var feature) ->
                both(flag(then, environment, feature), flag(now, environment, feature), this::flag);
            case OfIdentity(var environment, var feature, var identity) ->
                both(
                        flag(then, environment, feature),
                        flag(now, environment, feature),
                        (former, current) -> new OverrideRevert(former, current, identity, shares(feature)).commands());
        };
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
