package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.version.VersionCommand;
import dev.flagledger.api.version.VersionCommand.DiscardDraft;
import dev.flagledger.api.version.VersionCommand.DraftVersion;
import dev.flagledger.api.version.VersionCommand.EditDraft;
import dev.flagledger.api.version.VersionCommand.PublishChanges;
import dev.flagledger.api.version.VersionCommand.PublishDraft;
import dev.flagledger.api.version.VersionCommand.PublishOverrides;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.Version;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides commands on versions of a flag. The changes of a draft are checked when they are written. */
final class VersionDecisions {

    private final Flag flag;
    private final int environment;
    private final int feature;
    private final UUID uuid;

    private VersionDecisions(Flag flag, UUID uuid) {
        this.flag = flag;
        this.environment = flag.environmentId();
        this.feature = flag.featureId();
        this.uuid = uuid;
    }

    /**
     * The events to record; empty if nothing changes.
     *
     * @throws Rejected if the command is not possible
     */
    static List<LedgerEvent> of(Flag flag, VersionCommand command) {
        var decisions = new VersionDecisions(flag, command.version());
        return switch (command) {
            case DraftVersion c -> decisions.on(c);
            case PublishChanges c ->
                decisions.published(VersionSteps.of(flag, List.of(c.changes()), c.segments()), c.description());
            case EditDraft c -> decisions.on(c);
            case DiscardDraft _ -> decisions.discarded();
            case PublishDraft c -> decisions.on(c);
            case PublishUpdate c -> decisions.published(FlagDecisions.of(flag, c.update()), null);
            case PublishOverrides c -> decisions.published(FlagDecisions.of(flag, c.update()), null);
        };
    }

    private List<LedgerEvent> on(DraftVersion command) {
        VersionSteps.of(flag, List.of(command.changes()), command.segments());
        return List.of(new VersionDrafted(environment, feature, uuid, command.description(), command.changes()));
    }

    private List<LedgerEvent> on(EditDraft command) {
        var draft = draft(Cause.PUBLISHED);
        if (command.changes().changesNothing()) {
            return List.of();
        }
        var all = Stream.concat(draft.changes().stream(), Stream.of(command.changes()));
        VersionSteps.of(flag, all.toList(), command.segments());
        return List.of(new VersionEdited(environment, feature, uuid, command.changes()));
    }

    private List<LedgerEvent> discarded() {
        draft(Cause.LIVE);
        return List.of(new VersionDiscarded(environment, feature, uuid));
    }

    private List<LedgerEvent> on(PublishDraft command) {
        var version = version();
        if (version.isPublished()) {
            return List.of();
        }
        // Drop the draft's changes for segments that were deleted in the meantime.
        var changes = VersionSteps.of(flag, version.changes(), command.segments()).stream()
                .filter(event -> VersionSteps.isOf(command.segments(), event))
                .toList();
        return published(changes, version.description());
    }

    private List<LedgerEvent> published(List<? extends LedgerEvent> changes, @Nullable String description) {
        var version = new VersionPublished(environment, feature, uuid, description);
        return Stream.<LedgerEvent>concat(changes.stream(), Stream.of(version)).toList();
    }

    /** The version; rejected if it is published. */
    private Version draft(Cause cause) {
        var version = version();
        if (version.isPublished()) {
            throw new Rejected(new Rejection.Unfit(cause));
        }
        return version;
    }

    private Version version() {
        return flag.versions()
                .find(uuid)
                .orElseThrow(() -> new Rejected(new Rejection.Missing("EnvironmentFeatureVersion")));
    }
}
