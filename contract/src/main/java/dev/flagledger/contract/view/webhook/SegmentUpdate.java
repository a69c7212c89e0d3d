package dev.flagledger.contract.view.webhook;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.project.SegmentView;
import dev.flagledger.contract.view.webhook.FlagUpdate.Named;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Comparator;
import java.util.List;

/**
 * The payload about an edited segment, which may change the flags of an environment for some identities. Flagsmith sends nothing.
 *
 * @param features the features with an override for the segment in the environment, by id
 */
public record SegmentUpdate(
        String changedBy,
        Named environment,
        List<Named> features,
        SegmentView newSegment,
        SegmentView previousSegment,
        String timestamp) {

    /** The payload for an environment. The segment must exist before and after the event. */
    public static SegmentUpdate of(
            Installation before, RecordedEvent recorded, int segmentId, Environment environment, Installation after) {
        var now = after.projectOfSegment(segmentId).orElseThrow();
        var old = before.projectOfSegment(segmentId).orElseThrow();
        return new SegmentUpdate(
                recorded.actor().name(),
                new Named(environment.id(), environment.settings().name()),
                overridden(segmentId, environment, now),
                SegmentView.of(after, now, now.segment(segmentId)),
                SegmentView.of(before, old, old.segment(segmentId)),
                WireTime.sixDigits(recorded.at()));
    }

    private static List<Named> overridden(int segmentId, Environment environment, Project project) {
        return environment.flags().values().stream()
                .filter(flag -> flag.segments().containsKey(segmentId))
                .map(flag -> project.feature(flag.featureId()))
                .map(feature -> new Named(feature.id(), feature.name()))
                .sorted(Comparator.comparingInt(Named::id))
                .toList();
    }
}
