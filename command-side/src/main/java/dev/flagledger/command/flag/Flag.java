package dev.flagledger.command.flag;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.StateSeed;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Guards what a feature is set to in one environment. A command that changes nothing leaves no event. */
@Aggregate(type = "flag", cache = "currentAggregates")
class Flag {

    @AggregateIdentifier
    String id;

    /** Null until the default is changed for the first time: until then it is as the command's seed says. */
    private @Nullable Setting standard;

    private final Map<Integer, SegmentSetting> segments = new HashMap<>();

    Flag() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ToggleFeature command) {
        set(
                command.seed(),
                new Setting(command.enabled(), standard(command.seed()).value()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UpdateFeatureState command) {
        var now = standard(command.seed());
        var enabled = command.enabled();
        var value = command.value();
        set(
                command.seed(),
                new Setting(enabled == null ? now.enabled() : enabled, value == null ? now.value() : value));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OverrideForSegment command) {
        var wanted = new Setting(command.enabled(), command.value());
        var existing = segments.get(command.segmentId());
        if (existing == null) {
            create(command);
        } else if (!existing.setting().equals(wanted)) {
            apply(new SegmentOverrideUpdated(
                    command.seed().environmentId(),
                    command.seed().featureId(),
                    existing.featureStateId(),
                    command.segmentId(),
                    wanted.enabled(),
                    wanted.value()));
        }
    }

    @EventSourcingHandler
    void evolve(FlagEvent event) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        var setting = new Setting(event.enabled(), event.value());
        switch (event) {
            case FeatureStateUpdated _ -> standard = setting;
            case SegmentOverrideCreated e ->
                segments.put(e.segmentId(), new SegmentSetting(e.featureStateId(), setting));
            case SegmentOverrideUpdated e ->
                segments.put(e.segmentId(), new SegmentSetting(e.featureStateId(), setting));
        }
    }

    private void set(StateSeed seed, Setting wanted) {
        if (!wanted.equals(standard(seed))) {
            apply(new FeatureStateUpdated(
                    seed.environmentId(), seed.featureId(), seed.featureStateId(), wanted.enabled(), wanted.value()));
        }
    }

    private void create(OverrideForSegment command) {
        var ids = command.ids();
        apply(new SegmentOverrideCreated(
                command.seed().environmentId(),
                command.seed().featureId(),
                ids.featureStateId(),
                ids.uuid(),
                command.segmentId(),
                ids.featureSegmentId(),
                ids.featureSegmentUuid(),
                segments.size(),
                command.enabled(),
                command.value()));
    }

    private Setting standard(StateSeed seed) {
        return standard == null ? new Setting(seed.enabled(), seed.value()) : standard;
    }

    private record Setting(boolean enabled, FeatureValue value) {}

    private record SegmentSetting(int featureStateId, Setting setting) {}
}
