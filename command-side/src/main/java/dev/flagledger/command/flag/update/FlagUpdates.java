package dev.flagledger.command.flag.update;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.version.VersionCommand.PublishOverrides;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** How environments take updates of flags: as published versions where they use versioning. */
public final class FlagUpdates {

    private FlagUpdates() {}

    /** Refuses updates in an environment whose changes require approval. */
    public static void requireUnapproved(Environment environment) {
        if (environment.settings().minimumChangeRequestApprovals() != null) {
            throw Refusal.coded(HttpStatus.CONFLICT, FlagTexts.CHANGE_REQUESTS, "change_requests_enabled");
        }
    }

    /** The command that applies the update in this environment. */
    public static LedgerCommand of(Environment environment, UpdateFlag update) {
        return environment.versioning() == null ? update : new PublishUpdate(update, UUID.randomUUID());
    }

    static LedgerCommand of(Environment environment, UpdateOverrides update) {
        return environment.versioning() == null ? update : new PublishOverrides(update, UUID.randomUUID());
    }

    static LedgerCommand removal(Environment environment, Flag flag, int segmentId) {
        var removed = new OverrideChanges(List.of(), List.of(segmentId), Map.of());
        return of(environment, new UpdateOverrides(flag.id(), removed));
    }
}
