package dev.flagledger.contract.view.audit.field;

import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a segment that differ, by their names in the API. */
public final class SegmentFields {

    private SegmentFields() {}

    /** Returns the changed fields of the definition. */
    public static List<FieldChange> changes(SegmentDefinition old, SegmentDefinition now) {
        return Stream.concat(contents(old, now), metadata(old, now)).toList();
    }

    /** Returns the changed fields of a segment that gets this definition, and thereby a version. */
    public static List<FieldChange> changes(Segment known, SegmentDefinition now) {
        var old = known.definition();
        var version = new FieldChange("version", known.version(), known.version() + 1);
        return Stream.of(contents(old, now), Stream.of(version), metadata(old, now))
                .flatMap(changes -> changes)
                .toList();
    }

    private static Stream<FieldChange> contents(SegmentDefinition old, SegmentDefinition now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("feature", old.featureId(), now.featureId()),
                new FieldChange("rules_data", old.rules(), now.rules()))
                .stream();
    }

    private static Stream<FieldChange> metadata(SegmentDefinition old, SegmentDefinition now) {
        return FieldChange.differing(MetadataFields.change(old.metadata(), now.metadata())).stream();
    }
}
