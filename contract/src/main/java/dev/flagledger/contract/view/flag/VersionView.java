package dev.flagledger.contract.view.flag;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a flag in the admin API.
 *
 * @param liveFrom the time of its publication; null for drafts
 * @param isLive whether it is or once was the live version
 * @param publishedBy the id of a user; null if the publisher is no user, as in {@code createdBy}
 */
public record VersionView(
        String createdAt,
        String updatedAt,
        boolean published,
        @Nullable String liveFrom,
        UUID uuid,
        boolean isLive,
        @Nullable Integer publishedBy,
        @Nullable Integer createdBy,
        @Nullable String description) {

    public static VersionView of(Version version) {
        var publication = version.publication();
        return new VersionView(
                WireTime.rest(version.createdAt()),
                WireTime.rest(version.updatedAt()),
                publication != null,
                liveFrom(version),
                version.uuid(),
                publication != null,
                publication == null ? null : publication.by(),
                version.createdBy(),
                version.description());
    }

    /** The time of a version's publication; null for drafts. */
    static @Nullable String liveFrom(Version version) {
        var publication = version.publication();
        return publication == null ? null : WireTime.rest(publication.at());
    }

    /** A version with its predecessor, feature and environment. */
    public record Detail(
            @JsonUnwrapped VersionView version, @Nullable UUID previousVersionUuid, int feature, int environment) {

        public static Detail of(Flag flag, Version version) {
            var seed = flag.seed();
            return new Detail(
                    VersionView.of(version),
                    flag.versions().before(version).map(Version::uuid).orElse(null),
                    seed.featureId(),
                    seed.environmentId());
        }
    }
}
