package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.flag.FlagCommand.OrderSegments;
import dev.flagledger.api.flag.FlagCommand.OverrideForSegment;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.RemoveSegmentOverride;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionCommand.DiscardDraft;
import dev.flagledger.api.version.VersionCommand.DraftVersion;
import dev.flagledger.api.version.VersionCommand.EditDraft;
import dev.flagledger.api.version.VersionCommand.PublishChanges;
import dev.flagledger.api.version.VersionCommand.PublishDraft;
import dev.flagledger.api.version.VersionCommand.PublishOverrides;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Guards what a feature is set to in one environment. A command that changes nothing leaves no event. Of the shares of
 * options it knows nothing, since they come and go with the feature: who sets them says so only if they change.
 */
@Aggregate(type = "flag", cache = "currentAggregates")
class Flag extends FlagFold {

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
        segments.updated(command.seed(), command.segmentId(), command.change()).ifPresent(FlagFold::apply);
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftVersion command) {
        var seed = command.seed();
        outcome(seed, List.of(command.changes()), command.segments());
        apply(new VersionDrafted(
                seed.environmentId(), seed.featureId(), command.version(), command.description(), command.changes()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishChanges command) {
        outcome(command.seed(), List.of(command.changes()), command.segments()).forEach(FlagFold::apply);
        published(command, command.description());
    }

    @CommandHandler
    void handle(EditDraft command) {
        var seed = command.seed();
        var draft = drafts.open(command.version(), LiveVersion.MODIFIED);
        if (!command.changes().changesNothing()) {
            outcome(seed, draft.with(command.changes()).changes(), command.segments());
            apply(new VersionEdited(seed.environmentId(), seed.featureId(), command.version(), command.changes()));
        }
    }

    @CommandHandler
    void handle(DiscardDraft command) {
        drafts.open(command.version(), LiveVersion.DELETED);
        var seed = command.seed();
        apply(new VersionDiscarded(seed.environmentId(), seed.featureId(), command.version()));
    }

    @CommandHandler
    void handle(PublishDraft command) {
        if (!drafts.isPublished(command.version())) {
            var draft = drafts.open(command.version());
            // What it says of segments that were deleted meanwhile has nothing to change any more.
            outcome(command.seed(), draft.changes(), command.segments()).stream()
                    .filter(event -> isOf(command.segments().keySet(), event))
                    .forEach(FlagFold::apply);
            published(command, draft.description());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishUpdate command) {
        handle(command.update());
        published(command, null);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishOverrides command) {
        handle(command.update());
        published(command, null);
    }
}
