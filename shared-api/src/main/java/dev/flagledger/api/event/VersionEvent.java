package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.version.VersionChanges;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a version. What it changes of its flag is said by the flag's own events, before the version is published. */
public sealed interface VersionEvent extends LedgerEvent {

    int environmentId();

    int featureId();

    UUID version();

    /** Changes were written down, to go live later. */
    record VersionDrafted(
            int environmentId,
            int featureId,
            UUID version,
            @Personal(UNASSIGNABLE) @Nullable String description,
            VersionChanges changes)
            implements VersionEvent {}

    /** A draft got more changes, to be made after those that it has. */
    record VersionEdited(int environmentId, int featureId, UUID version, VersionChanges changes)
            implements VersionEvent {}

    /** A draft is gone. */
    record VersionDiscarded(int environmentId, int featureId, UUID version) implements VersionEvent {}

    /** The flag as it is from now on is this version, be it from a draft or not. */
    record VersionPublished(
            int environmentId,
            int featureId,
            UUID version,
            @Personal(UNASSIGNABLE) @Nullable String description) implements VersionEvent {}
}
