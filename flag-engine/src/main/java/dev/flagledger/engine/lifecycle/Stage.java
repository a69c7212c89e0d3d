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
 * How far a feature has come. What would tell that it is used, by code or by applications, is not known to this server, so
 * that it never finds one live, in need of monitoring or ready to be removed.
 */
public enum Stage {
    /** It may still be changing. */
    NEW,
    LIVE,
    /** In no environment has it changed for as many days as its project allows. */
    STALE,
    /** It bears a tag that says that it is there to stay. */
    PERMANENT,
    NEEDS_MONITORING,
    TO_REMOVE;

    /** The stage that the feature has come to by this time. */
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

    /** That a flag came with its environment is no change of it. */
    private static boolean isUnchangedSince(Instant limit, Flag flag) {
        return flag.changedAt().isBefore(limit)
                || flag.changedAt().equals(flag.environmentDefault().createdAt());
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isPermanent(Project project, int tagId) {
        Tag tag = project.tags().get(tagId);
        return tag != null && tag.permanent();
    }
}
