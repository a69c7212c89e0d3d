package dev.flagledger.contract.view.audit.field;

import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;

/** The fields of a feature that differ, by their names in the API. */
public final class FeatureFields {

    private FeatureFields() {}

    /** Returns the changed fields of a feature, without those of its options. */
    public static List<FieldChange> changes(Feature old, Feature now) {
        var before = old.details();
        var after = now.details();
        return FieldChange.differing(
                new FieldChange("description", before.description(), after.description()),
                new FieldChange("type", old.type().name(), now.type().name()),
                new FieldChange("is_archived", before.archived(), after.archived()),
                new FieldChange("is_server_key_only", before.serverKeyOnly(), after.serverKeyOnly()),
                new FieldChange("tags", before.tags(), after.tags()),
                new FieldChange("owners", old.owners(), now.owners()),
                new FieldChange("group_owners", old.groupOwners(), now.groupOwners()),
                MetadataFields.change(before.metadata(), after.metadata()));
    }
}
