package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.version.VersionChanges;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version of a flag.
 *
 * @param description free text, or null
 * @param createdBy id of the user who created it; null for none
 * @param changes changes of a draft, in order; empty once it is published
 * @param publication null for a draft
 */
public record Version(
        UUID uuid,
        @Nullable String description,
        @Nullable Integer createdBy,
        Instant createdAt,
        Instant updatedAt,
        List<VersionChanges> changes,
        @Nullable Publication publication) {

    /**
     * The publication of a version.
     *
     * @param by id of the user who published it; null for none
     * @param environmentDefault the flag's default at that time
     * @param order its segment overrides at that time
     */
    public record Publication(@Nullable Integer by, Instant at, FeatureState environmentDefault, SegmentOrder order) {}

    static Version of(VersionDrafted e, @Nullable Integer by, Instant at) {
        return new Version(e.version(), e.description(), by, at, at, List.of(e.changes()), null);
    }

    /** Creates a version that is published at once. */
    static Version of(UUID uuid, @Nullable String description, @Nullable Integer by, Flag flag, Instant at) {
        return new Version(uuid, description, by, at, at, List.of(), null).published(by, flag, at);
    }

    /** Returns whether this is not a draft. */
    public boolean isPublished() {
        return publication != null;
    }

    Version with(VersionChanges more, Instant at) {
        var all = Stream.concat(changes.stream(), Stream.of(more)).toList();
        return new Version(uuid, description, createdBy, createdAt, at, all, publication);
    }

    Version published(@Nullable Integer by, Flag flag, Instant at) {
        var now = new Publication(by, at, flag.environmentDefault(), flag.order());
        return new Version(uuid, description, createdBy, createdAt, at, List.of(), now);
    }
}
