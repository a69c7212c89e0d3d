package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.version.VersionChanges;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of a version of a flag. The changes of the flag itself are flag events, which precede the publication. */
public sealed interface VersionEvent extends LedgerEvent {

    int environmentId();

    int featureId();

    UUID version();

    /** A draft was created. */
    record VersionDrafted(
            int environmentId,
            int featureId,
            UUID version,
            @Personal(UNASSIGNABLE) @Nullable String description,
            VersionChanges changes)
            implements VersionEvent {}

    /** Changes were appended to a draft. */
    record VersionEdited(int environmentId, int featureId, UUID version, VersionChanges changes)
            implements VersionEvent {}

    /** A draft was discarded. */
    record VersionDiscarded(int environmentId, int featureId, UUID version) implements VersionEvent {}

    /** A version was published, from a draft or directly. It is what the flag is from then on. */
    record VersionPublished(
            int environmentId,
            int featureId,
            UUID version,
            @Personal(UNASSIGNABLE) @Nullable String description) implements VersionEvent {}
}
