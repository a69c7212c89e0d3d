package dev.flagledger.command.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.version.VersionCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** How a flag stands, as its events say, and what can be done to it. */
abstract class FlagFold {

    @AggregateIdentifier
    @Nullable String id;

    final Standings segments = new Standings();
    final Drafts drafts = new Drafts();

    /** Null until the default is changed for the first time: until then it is as the command's seed says. */
    private @Nullable Setting standard;

    @EventSourcingHandler
    void evolve(FlagEvent event) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        if (event instanceof FeatureStateUpdated e) {
            standard = e.change().onto(Standings.EMPTY);
        }
        segments.evolve(event);
    }

    @EventSourcingHandler
    void evolve(VersionEvent event) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        drafts.evolve(event);
    }

    void set(StateSeed seed, SettingChange change) {
        var now = standard(seed);
        if (change.changes(now)) {
            apply(new FeatureStateUpdated(
                    seed.environmentId(), seed.featureId(), seed.featureStateId(), change.complete(now)));
        }
    }

    /** Each step meets what the one before it left. */
    void override(StateSeed seed, OverrideChanges changes) {
        changes.removed().stream()
                .filter(segmentId -> !(segments.find(seed, segmentId) instanceof Standing.None))
                .forEach(segmentId -> apply(segments.removed(seed, segmentId)));
        changes.changed().forEach(override -> segments.put(seed, override).ifPresent(FlagFold::apply));
        order(seed, changes.priorities());
    }

    void order(StateSeed seed, Map<Integer, Integer> priorities) {
        if (!priorities.isEmpty()) {
            apply(segments.ordered(seed, priorities));
        }
    }

    /** What the changes of a version come to; refused if they conflict with how the flag stands. */
    List<FlagEvent> outcome(StateSeed seed, List<VersionChanges> changes, Map<Integer, String> names) {
        return Outcome.of(changes, seed, standard(seed), segments, names);
    }

    /** Whether the event is of one of these segments, or of none in particular. */
    static boolean isOf(Set<Integer> segments, FlagEvent event) {
        return switch (event) {
            case SegmentPlaced e -> segments.contains(e.segmentId());
            case SegmentOverrideCreated e -> segments.contains(e.segmentId());
            case SegmentOverrideUpdated e -> segments.contains(e.segmentId());
            case SegmentOverrideRemoved e -> segments.contains(e.segmentId());
            case FeatureStateUpdated _, SegmentsOrdered _ -> true;
        };
    }

    static void published(VersionCommand command, @Nullable String description) {
        var seed = command.seed();
        apply(new VersionPublished(seed.environmentId(), seed.featureId(), command.version(), description));
    }

    static void apply(LedgerEvent event) {
        AggregateLifecycle.apply(event);
    }

    private Setting standard(StateSeed seed) {
        return standard == null ? seed.setting() : standard;
    }
}
