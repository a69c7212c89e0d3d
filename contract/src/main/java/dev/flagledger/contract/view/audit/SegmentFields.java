package dev.flagledger.contract.view.audit;

import dev.flagledger.api.segment.SegmentDefinition;
import java.util.List;

/** The fields of a segment that differ, by their names in the API. */
public final class SegmentFields {

    private SegmentFields() {}

    /** Returns the changed fields of a segment. */
    public static List<FieldChange> changes(SegmentDefinition old, SegmentDefinition now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("feature", old.featureId(), now.featureId()),
                new FieldChange("rules_data", old.rules(), now.rules()),
                FieldChange.ofMetadata(old.metadata(), now.metadata()));
    }
}
