package dev.flagledger.engine.lifecycle;

import dev.flagledger.api.project.Tag;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lifecycle stages of a feature. The stages of Flagsmith that depend on usage (live, needs monitoring, ready to remove)
 * are not determined by this server.
 */
public enum Stage {
    /** Changed recently. */
    NEW,
    LIVE,
    /** Unchanged in every environment for the number of days set in the project. */
    STALE,
    /** Has a permanent tag. */
    PERMANENT,
    NEEDS_MONITORING,
    TO_REMOVE;

    /** Returns the stage of a feature at an instant. */
    public static Stage of(Project project, Feature feature, Instant now) {
        if (feature.details().tags().stream().anyMatch(tag -> isPermanent(project, tag))) {
            return PERMANENT;
        }
        var limit = now.minus(Duration.ofDays(project.settings().staleFlagsLimitDays()));
        boolean stale = feature.createdAt().isBefore(limit)
                && project.environments().values().stream()
                        .flatMap(environment ->
                                Stream.ofNullable(environment.flags().get(feature.id())))
                        .allMatch(flag -> isUnchangedSince(limit, flag));
        return stale ? STALE : NEW;
    }

    /** The creation of a flag together with its environment does not count as a change. */
    private static boolean isUnchangedSince(Instant limit, Flag flag) {
        return flag.changedAt().isBefore(limit)
                || flag.changedAt().equals(flag.environmentDefault().createdAt());
    }

    /** Returns the name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isPermanent(Project project, int tagId) {
        Tag tag = project.tags().get(tagId);
        return tag != null && tag.permanent();
    }
}
