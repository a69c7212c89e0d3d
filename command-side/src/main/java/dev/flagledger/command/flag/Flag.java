package dev.flagledger.command.flag;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentPlaced;
import dev.flagledger.api.flag.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.StateSeed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Guards what a feature is set to in one environment. A command that changes nothing leaves no event. Of the shares of
 * options it knows nothing, since they come and go with the feature: who sets them says so only if they change.
 */
@Aggregate(type = "flag", cache = "currentAggregates")
class Flag {

    /** What a complete change is made to: it leaves nothing of it but the shares, which do not matter here. */
    private static final Setting EMPTY = new Setting(false, FeatureValue.NONE);

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
        var seed = command.seed();
        var ids = switch (segments.find(seed, command.segmentId())) {
            case Standing.None() -> command.ids();
            case Standing.Placed(var placeId, var placeUuid) ->
                new OverrideIds(command.ids().featureStateId(), command.ids().uuid(), placeId, placeUuid);
            case Standing.Overridden _ -> throw new Rejected(new Rejection.Overridden());
        };
        apply(new SegmentOverrideCreated(
                seed.environmentId(),
                seed.featureId(),
                command.segmentId(),
                ids,
                command.priority(),
                command.setting()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UpdateSegmentOverride command) {
        var seed = command.seed();
        if (!(segments.find(seed, command.segmentId()) instanceof Standing.Overridden(var stateId, var now))) {
            throw new Rejected(new Rejection.Missing("FeatureState"));
        }
        if (changes(now, command.change())) {
            apply(new SegmentOverrideUpdated(
                    seed.environmentId(),
                    seed.featureId(),
                    stateId,
                    command.segmentId(),
                    command.change().complete(now)));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveSegmentOverride command) {
        var seed = command.seed();
        if (segments.find(seed, command.segmentId()) instanceof Standing.None) {
            throw new Rejected(new Rejection.Missing("FeatureSegment"));
        }
        apply(new SegmentOverrideRemoved(seed.environmentId(), seed.featureId(), command.segmentId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OrderSegments command) {
        var seed = command.seed();
        apply(new SegmentsOrdered(seed.environmentId(), seed.featureId(), command.segmentIds()));
    }

    @EventSourcingHandler
    void evolve(FlagEvent event) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        switch (event) {
            case FeatureStateUpdated e -> standard = e.change().onto(EMPTY);
            case SegmentPlaced e ->
                segments.put(e.segmentId(), new Standing.Placed(e.featureSegmentId(), e.featureSegmentUuid()));
            case SegmentOverrideCreated e ->
                segments.put(e.segmentId(), new Standing.Overridden(e.ids().featureStateId(), e.setting()));
            case SegmentOverrideUpdated e ->
                segments.put(
                        e.segmentId(),
                        new Standing.Overridden(e.featureStateId(), e.change().onto(EMPTY)));
            case SegmentOverrideRemoved e -> segments.put(e.segmentId(), new Standing.None());
            case SegmentsOrdered _ -> {}
        }
    }

    private void set(StateSeed seed, SettingChange change) {
        var now = standard == null ? seed.setting() : standard;
        if (changes(now, change)) {
            apply(new FeatureStateUpdated(
                    seed.environmentId(), seed.featureId(), seed.featureStateId(), change.complete(now)));
        }
    }

    private static boolean changes(Setting now, SettingChange change) {
        return change.variants() != null || !change.onto(now).equals(now);
    }
}
