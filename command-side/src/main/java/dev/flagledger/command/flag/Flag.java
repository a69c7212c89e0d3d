package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentPlaced;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.StateSeed;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Guards what a feature is set to in one environment. A command that changes nothing leaves no event. Of the shares of
 * options it knows nothing, since they come and go with the feature: who sets them says so only if they change.
 */
@Aggregate(type = "flag", cache = "currentAggregates")
class Flag {

    @AggregateIdentifier
    String id;

    /** Null until the default is changed for the first time: until then it is as the command's seed says. */
    private @Nullable Setting standard;

    private final Standings segments = new Standings();

    Flag() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ToggleFeature command) {
        set(command.seed(), SettingChange.toggle(command.enabled()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UpdateFeatureState command) {
        set(command.seed(), command.change());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceSegment command) {
        var seed = command.seed();
        if (!(segments.find(seed, command.segmentId()) instanceof Standing.None)) {
            throw new Rejected(new Rejection.Overridden());
        }
        apply(new SegmentPlaced(
                seed.environmentId(),
                seed.featureId(),
                command.segmentId(),
                command.featureSegmentId(),
                command.featureSegmentUuid(),
                command.priority()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OverrideForSegment command) {
        var start = new Start(command.ids(), command.setting());
        apply(segments.created(command.seed(), command.segmentId(), start, command.priority()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UpdateSegmentOverride command) {
        segments.updated(command.seed(), command.segmentId(), command.change()).ifPresent(Flag::apply);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveSegmentOverride command) {
        apply(segments.removed(command.seed(), command.segmentId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OrderSegments command) {
        order(command.seed(), command.priorities());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UpdateFlag command) {
        var standard = command.standard();
        if (standard != null) {
            set(command.seed(), standard);
        }
        override(command.seed(), command.overrides());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UpdateOverrides command) {
        override(command.seed(), command.overrides());
    }

    @EventSourcingHandler
    void evolve(FlagEvent event) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        if (event instanceof FeatureStateUpdated e) {
            standard = e.change().onto(Standings.EMPTY);
        }
        segments.evolve(event);
    }

    private void set(StateSeed seed, SettingChange change) {
        var now = standard == null ? seed.setting() : standard;
        if (change.changes(now)) {
            apply(new FeatureStateUpdated(
                    seed.environmentId(), seed.featureId(), seed.featureStateId(), change.complete(now)));
        }
    }

    /** Each step meets what the one before it left. */
    private void override(StateSeed seed, OverrideChanges changes) {
        changes.removed().stream()
                .filter(segmentId -> !(segments.find(seed, segmentId) instanceof Standing.None))
                .forEach(segmentId -> apply(segments.removed(seed, segmentId)));
        changes.changed().forEach(override -> segments.put(seed, override).ifPresent(Flag::apply));
        order(seed, changes.priorities());
    }

    private void order(StateSeed seed, Map<Integer, Integer> priorities) {
        if (!priorities.isEmpty()) {
            apply(segments.ordered(seed, priorities));
        }
    }

    private static void apply(FlagEvent event) {
        AggregateLifecycle.apply(event);
    }
}
