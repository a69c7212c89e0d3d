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
 * @param description what somebody said of it, or null
 * @param createdBy the user who wrote it down or published it at once; null if it was nobody
 * @param changes what a draft changes, in turn; of no account once it is published
 * @param publication null while it is a draft
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
     * How a version went live.
     *
     * @param by the user who published it; null if it was nobody
     * @param environmentDefault the flag's default then
     * @param order its overrides for segments then
     */
    public record Publication(@Nullable Integer by, Instant at, FeatureState environmentDefault, SegmentOrder order) {}

    static Version of(VersionDrafted e, @Nullable Integer by, Instant at) {
        return new Version(e.version(), e.description(), by, at, at, List.of(e.changes()), null);
    }

    /** One that goes live as soon as it is there. */
    static Version of(UUID uuid, @Nullable String description, @Nullable Integer by, Flag flag, Instant at) {
        return new Version(uuid, description, by, at, at, List.of(), null).published(by, flag, at);
    }

    /** Whether it is no draft. */
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
