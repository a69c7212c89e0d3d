package dev.flagledger.api.version;

import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.FlagId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the versions of a flag. Changes are checked against the flag's current state and rejected as a whole
 * if they conflict with it; {@code segments} are the names of the project's segments, by id.
 */
public sealed interface VersionCommand extends SelfContained {

    FlagId flag();

    UUID version();

    @Override
    default String aggregateId() {
        return FlagCommand.streamOf(flag().environmentId(), flag().featureId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfFlag(flag().environmentId(), flag().featureId());
    }

    /** Creates a draft. */
    record DraftVersion(
            FlagId flag,
            UUID version,
            @Nullable String description,
            VersionChanges changes,
            Map<Integer, String> segments)
            implements VersionCommand {}

    /** Makes changes and publishes them as a version. */
    record PublishChanges(
            FlagId flag,
            UUID version,
            @Nullable String description,
            VersionChanges changes,
            Map<Integer, String> segments)
            implements VersionCommand {}

    /** Appends changes to a draft. */
    record EditDraft(FlagId flag, UUID version, VersionChanges changes, Map<Integer, String> segments)
            implements VersionCommand {}

    /** Discards a draft. */
    record DiscardDraft(FlagId flag, UUID version) implements VersionCommand {}

    /** Publishes a draft. Has no effect on a version that is published already. */
    record PublishDraft(FlagId flag, UUID version, Map<Integer, String> segments) implements VersionCommand {}

    /** Makes an update and publishes the result as a version. */
    record PublishUpdate(UpdateFlag update, UUID version) implements VersionCommand {

        @Override
        public FlagId flag() {
            return update.flag();
        }
    }

    /** Makes an update of overrides and publishes the result as a version. */
    record PublishOverrides(UpdateOverrides update, UUID version) implements VersionCommand {

        @Override
        public FlagId flag() {
            return update.flag();
        }
    }
}
