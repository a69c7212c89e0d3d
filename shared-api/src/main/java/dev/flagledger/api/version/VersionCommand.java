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
 * What can be asked of the versions of a flag. Changes are decided against the flag as it is when they are made, and
 * refused as a whole where they conflict with it; {@code segments} are those of the project, by id, each with its name.
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
        return new Scope.OfEnvironment(flag().environmentId());
    }

    /** Writes changes down without making them. */
    record DraftVersion(
            FlagId flag,
            UUID version,
            @Nullable String description,
            VersionChanges changes,
            Map<Integer, String> segments)
            implements VersionCommand {}

    /** Makes changes at once, as a version. */
    record PublishChanges(
            FlagId flag,
            UUID version,
            @Nullable String description,
            VersionChanges changes,
            Map<Integer, String> segments)
            implements VersionCommand {}

    /** Adds changes to a draft. */
    record EditDraft(FlagId flag, UUID version, VersionChanges changes, Map<Integer, String> segments)
            implements VersionCommand {}

    /** Throws a draft away. */
    record DiscardDraft(FlagId flag, UUID version) implements VersionCommand {}

    /** Makes the changes of a draft. For one that is published already there is nothing left to do. */
    record PublishDraft(FlagId flag, UUID version, Map<Integer, String> segments) implements VersionCommand {}

    /** Changes the flag as the update says, and makes a version of that. */
    record PublishUpdate(UpdateFlag update, UUID version) implements VersionCommand {

        @Override
        public FlagId flag() {
            return update.flag();
        }
    }

    /** The same for overrides alone. */
    record PublishOverrides(UpdateOverrides update, UUID version) implements VersionCommand {

        @Override
        public FlagId flag() {
            return update.flag();
        }
    }
}
