package dev.flagledger.command.revert.existence;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.command.revert.plan.Part;
import dev.flagledger.command.revert.plan.Parts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.installation.id.Ids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Undoes the creation or the deletion of a feature or a segment.
 *
 * @param before the project before the event
 * @param now the current project
 * @param drawn returns a new id
 */
public record Existence(Project before, Project now, Installation installation, ToIntFunction<Ids.Kind> drawn) {

    private static final String FEATURE = "FEATURE";
    private static final String SEGMENT = "SEGMENT";

    /** Returns the plan; empty for other events, and if the object of the event cannot be deleted or created again. */
    public Optional<ExistencePlan> without(LedgerEvent event) {
        return switch (event) {
            case FeatureCreated e
            when now.features().containsKey(e.featureId()) ->
                Optional.of(deletion(
                        FEATURE,
                        e.featureId(),
                        Parts.ofFeature(now, now, e.featureId()),
                        new DeleteFeature(e.featureId(), now.id())));
            case SegmentCreated e
            when now.segments().containsKey(e.segmentId()) ->
                Optional.of(deletion(
                        SEGMENT, e.segmentId(), parts(e.segmentId()), new DeleteSegment(e.segmentId(), now.id())));
            case FeatureDeleted e ->
                Optional.ofNullable(before.features().get(e.featureId()))
                        .filter(this::isRestorable)
                        .map(this::restored);
            case SegmentDeleted e ->
                Optional.ofNullable(before.segments().get(e.segmentId()))
                        .filter(this::isRestorable)
                        .map(this::restored);
            default -> Optional.empty();
        };
    }

    private ExistencePlan deletion(String type, int id, SequencedSet<Part> parts, LedgerCommand command) {
        return new ExistencePlan(before, now, type, Set.of(id), parts, List.of(command));
    }

    /** What was created again has the UUID of the deleted one. */
    private boolean isRestorable(Feature former) {
        return now.features().values().stream()
                .noneMatch(feature -> feature.uuid().equals(former.uuid()));
    }

    /** Without its feature, a segment that is only for one has no effect. */
    private boolean isRestorable(Segment former) {
        var feature = former.definition().featureId();
        return (feature == null || now.features().containsKey(feature))
                && now.segments().values().stream()
                        .noneMatch(segment -> segment.uuid().equals(former.uuid()));
    }

    private ExistencePlan restored(Feature former) {
        int id = drawn.applyAsInt(Ids.Kind.FEATURE);
        var restored = new RestoredFeature(former, before, now, installation, id);
        return restoration(FEATURE, former.id(), id, List.of(restored.command()));
    }

    private ExistencePlan restored(Segment former) {
        int id = drawn.applyAsInt(Ids.Kind.SEGMENT);
        return restoration(SEGMENT, former.id(), id, new RestoredSegment(former, before, now, id).commands());
    }

    private ExistencePlan restoration(String type, int former, int id, List<LedgerCommand> commands) {
        return new ExistencePlan(before, now, type, Set.of(former, id), new LinkedHashSet<>(), commands);
    }

    /** The segment, and the flags that have an override for it: when it was created there was none. */
    private SequencedSet<Part> parts(int segmentId) {
        var parts = new LinkedHashSet<Part>();
        parts.add(new Part.OfSegment(segmentId));
        now.environments().values().stream()
                .flatMap(environment -> environment.flags().values().stream())
                .filter(flag -> flag.segments().containsKey(segmentId))
                .forEach(flag -> parts.add(new Part.OfFlag(flag.environmentId(), flag.featureId())));
        return parts;
    }
}
