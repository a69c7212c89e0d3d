package dev.flagledger.command.revert.existence;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ProjectEvent;
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
import java.util.function.ToIntFunction;

/**
 * Undoes the creation or the deletion of an object.
 *
 * @param before the project before the event
 * @param now the current project
 * @param drawn returns a new id
 */
public record Existence(
        Project before,
        Project now,
        Installation installation,
        IdentityLookup identities,
        ToIntFunction<Ids.Kind> drawn) {

    private static final String FEATURE = "FEATURE";
    private static final String SEGMENT = "SEGMENT";

    /** Returns the plan; empty for other events, and if the object of the event cannot be deleted or created again. */
    public Optional<ExistencePlan> without(LedgerEvent event) {
        return switch (event) {
            case FeatureCreated e ->
                Optional.ofNullable(now.features().get(e.featureId())).map(this::deletion);
            case SegmentCreated e ->
                Optional.ofNullable(now.segments().get(e.segmentId())).map(this::deletion);
            case FeatureDeleted e ->
                Optional.ofNullable(before.features().get(e.featureId()))
                        .filter(this::isRestorable)
                        .map(this::restored);
            case SegmentDeleted e ->
                Optional.ofNullable(before.segments().get(e.segmentId()))
                        .filter(this::isRestorable)
                        .map(this::restored);
            case EnvironmentEvent e -> new EnvironmentExistence(before, now, identities, drawn).without(e);
            case ManagedIdentityEvent e -> new IdentityExistence(before, now, identities, drawn).without(e);
            case ProjectEvent e -> new TagExistence(before, now, drawn).without(e);
            default -> Optional.empty();
        };
    }

    private ExistencePlan deletion(Feature feature) {
        return ExistencePlan.deletion(
                now,
                ShownObjects.deleted(FEATURE, feature.id(), feature.name()),
                Parts.ofFeature(now, now, feature.id()),
                false,
                new DeleteFeature(feature.id(), now.id()));
    }

    private ExistencePlan deletion(Segment segment) {
        return ExistencePlan.deletion(
                now,
                ShownObjects.deleted(SEGMENT, segment.id(), segment.definition().name()),
                parts(segment.id()),
                false,
                new DeleteSegment(segment.id(), now.id()));
    }

    private boolean isRestorable(Feature former) {
        return Retained.isGone(former.uuid(), now.features().values().stream().map(Feature::uuid));
    }

    /** Without its feature, a segment that is only for one has no effect. */
    private boolean isRestorable(Segment former) {
        var feature = former.definition().featureId();
        return (feature == null || now.features().containsKey(feature))
                && Retained.isGone(
                        former.uuid(), now.segments().values().stream().map(Segment::uuid));
    }

    private ExistencePlan restored(Feature former) {
        int id = drawn.applyAsInt(Ids.Kind.FEATURE);
        var restored = new RestoredFeature(former, before, now, installation, id);
        var shown = ShownObjects.created(FEATURE, former.id(), former.name());
        return ExistencePlan.creation(now, shown, id, List.of(restored.command()), List.of());
    }

    private ExistencePlan restored(Segment former) {
        int id = drawn.applyAsInt(Ids.Kind.SEGMENT);
        var commands = new RestoredSegment(former, before, now, id).commands();
        var shown =
                ShownObjects.created(SEGMENT, former.id(), former.definition().name());
        return ExistencePlan.creation(now, shown, id, commands, List.of());
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
