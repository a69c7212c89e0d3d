package dev.flagledger.command.flag;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.VersionEvent;
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
import dev.flagledger.api.version.VersionCommand.DiscardDraft;
import dev.flagledger.api.version.VersionCommand.DraftVersion;
import dev.flagledger.api.version.VersionCommand.EditDraft;
import dev.flagledger.api.version.VersionCommand.PublishChanges;
import dev.flagledger.api.version.VersionCommand.PublishDraft;
import dev.flagledger.api.version.VersionCommand.PublishOverrides;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.engine.state.flag.Flag;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of a flag. A command that changes nothing yields no event, except that an order of segments is always
 * recorded. The aggregate does not know which options and segments exist, since they belong to other aggregates:
 * senders include variants only if they change.
 */
@AggregateRoot(type = "flag")
class FlagAggregate {

    @AggregateIdentifier
    @Nullable String id;

    private final Supplier<Flag> beginning;
    private @Nullable Flag current;

    /**
     * @param beginning supplies the flag's initial state on demand; throws a rejection if the flag no longer exists
     */
    FlagAggregate(Supplier<Flag> beginning) {
        this.beginning = beginning;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ToggleFeature command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(UpdateFeatureState command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PlaceSegment command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OverrideForSegment command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(UpdateSegmentOverride command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RemoveSegmentOverride command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OrderSegments command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(UpdateFlag command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(UpdateOverrides command) {
        record(FlagDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DraftVersion command) {
        record(VersionDecisions.of(flag(), command));
    }

    @CommandHandler
    void handle(EditDraft command) {
        record(VersionDecisions.of(flag(), command));
    }

    @CommandHandler
    void handle(DiscardDraft command) {
        record(VersionDecisions.of(flag(), command));
    }

    @CommandHandler
    void handle(PublishDraft command) {
        record(VersionDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PublishChanges command) {
        record(VersionDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PublishUpdate command) {
        record(VersionDecisions.of(flag(), command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PublishOverrides command) {
        record(VersionDecisions.of(flag(), command));
    }

    @EventSourcingHandler
    void evolve(FlagEvent event, @Timestamp Instant at) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        current = flag().evolve(event, at);
    }

    @EventSourcingHandler
    void evolve(VersionEvent event, @Timestamp Instant at) {
        id = FlagCommand.streamOf(event.environmentId(), event.featureId());
        current = flag().evolve(event, null, at);
    }

    private Flag flag() {
        var known = current == null ? beginning.get() : current;
        current = known;
        return known;
    }

    private static void record(List<? extends LedgerEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
