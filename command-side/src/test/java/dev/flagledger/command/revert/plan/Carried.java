package dev.flagledger.command.revert.plan;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.RestoreEnvironment;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.api.project.ProjectCommand.CreateTag;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.version.VersionCommand;
import dev.flagledger.command.flag.Decided;
import dev.flagledger.engine.History;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Carries out the commands of plans on a history, as the aggregates decide. */
public final class Carried {

    private static int next = 1_000_000;

    private Carried() {}

    /** Appends the events of the commands, each decided on the state that the previous one left. */
    public static void out(List<LedgerCommand> commands, int projectId, History history) {
        for (var command : commands) {
            var project = history.state().project(projectId).orElseThrow();
            events(command, project).forEach(history::then);
        }
    }

    private static List<? extends LedgerEvent> events(LedgerCommand command, Project in) {
        return switch (command) {
            case FlagCommand c ->
                Decided.of(flag(in, c.flag().environmentId(), c.flag().featureId()), c);
            case VersionCommand c ->
                Decided.of(flag(in, c.flag().environmentId(), c.flag().featureId()), c);
            case ChangeFeature c -> feature(c, in);
            case ChangeEnvironment c ->
                List.of(new EnvironmentChanged(c.environmentId(), c.settings().wanted()));
            case DeleteEnvironment c -> List.of(new EnvironmentDeleted(c.environmentId()));
            case RestoreEnvironment c -> restored(c);
            case RestoreIdentity c -> restored(c);
            case CreateTag c -> List.of(new TagCreated(c.projectId(), c.tag()));
            case DeleteTag c -> List.of(new TagDeleted(c.projectId(), c.tagId()));
            case CreateSegment c -> List.of(new SegmentCreated(c.segmentId(), c.uuid(), c.projectId(), c.definition()));
            case DeleteSegment c -> List.of(new SegmentDeleted(c.segmentId()));
            case DeleteFeature c -> List.of(new FeatureDeleted(c.featureId()));
            case RestoreFeature c -> restored(c, in);
            case ChangeSegment c ->
                List.of(new SegmentChanged(c.segmentId(), c.definition().wanted()));
            case OverrideForIdentity c -> List.of(created(c));
            case UpdateIdentityOverride c -> {
                var state = flag(in, c.environmentId(), c.featureId())
                        .identity(c.identityId())
                        .state();
                yield List.of(new IdentityOverrideUpdated(
                        c.environmentId(), c.identityId(), c.featureId(), state.id(), c.change()));
            }
            case RemoveIdentityOverride c ->
                List.of(new IdentityOverrideRemoved(c.environmentId(), c.identityId(), c.featureId()));
            default -> throw new AssertionError(command);
        };
    }

    private static List<LedgerEvent> feature(ChangeFeature command, Project in) {
        int id = command.featureId();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new FeatureChanged(id, command.details().wanted()));
        command.options().removed().forEach(option -> events.add(new OptionRemoved(id, option)));
        command.options().changed().forEach(option -> events.add(new OptionChanged(id, option.wanted())));
        command.options().added().forEach(option -> events.add(added(id, option, in)));
        if (command.type() != null) {
            events.add(new TypeChanged(id, command.type()));
        }
        return events;
    }

    private static List<LedgerEvent> restored(RestoreEnvironment command) {
        var created = command.environment();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new EnvironmentCreated(
                created.environmentId(), created.uuid(), created.projectId(), created.settings(), command.states()));
        if (command.versioning() != null) {
            events.add(new VersioningEnabled(created.environmentId(), command.versioning()));
        }
        command.identities().forEach(identity -> events.addAll(restored(identity)));
        return events;
    }

    private static List<LedgerEvent> restored(RestoreIdentity command) {
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new ManagedIdentityCreated(command.environmentId(), command.identityId(), command.identifier()));
        command.overrides().forEach(override -> events.add(created(override)));
        return events;
    }

    private static List<LedgerEvent> restored(RestoreFeature command, Project in) {
        var feature = command.feature();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new FeatureCreated(
                feature.featureId(),
                feature.uuid(),
                in.id(),
                feature.name(),
                feature.type(),
                feature.initialValue(),
                feature.defaultEnabled(),
                feature.details(),
                feature.owners().users(),
                feature.options(),
                command.states()));
        command.overrides().forEach(override -> events.add(created(override)));
        return events;
    }

    private static LedgerEvent created(OverrideForIdentity command) {
        return new IdentityOverrideCreated(
                command.environmentId(),
                command.identityId(),
                command.identifier(),
                command.featureId(),
                command.featureStateId(),
                command.uuid(),
                command.setting());
    }

    private static LedgerEvent added(int feature, MultivariateOption option, Project in) {
        var shares = new TreeMap<Integer, Variant>();
        in.environments()
                .keySet()
                .forEach(id -> shares.put(id, new Variant(next++, option.id(), option.defaultPercentage())));
        return new OptionAdded(feature, option, shares);
    }

    private static Flag flag(Project in, int environment, int feature) {
        return in.environment(environment).flag(feature);
    }
}
