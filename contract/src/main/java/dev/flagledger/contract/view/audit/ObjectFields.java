package dev.flagledger.contract.view.audit;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;

/** The fields of objects that differ, by their names in the API. */
public final class ObjectFields {

    private ObjectFields() {}

    /** Returns the changed settings of an environment. */
    public static List<FieldChange> changes(EnvironmentSettings old, EnvironmentSettings now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("api_key", old.apiKey(), now.apiKey()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange(
                        "minimum_change_request_approvals",
                        old.minimumChangeRequestApprovals(),
                        now.minimumChangeRequestApprovals()),
                new FieldChange("allow_client_traits", old.allowClientTraits(), now.allowClientTraits()),
                new FieldChange("banner_text", old.bannerText(), now.bannerText()),
                new FieldChange("banner_colour", old.bannerColour(), now.bannerColour()),
                new FieldChange("hide_disabled_flags", old.hideDisabledFlags(), now.hideDisabledFlags()),
                new FieldChange(
                        "use_identity_composite_key_for_hashing",
                        old.useIdentityCompositeKeyForHashing(),
                        now.useIdentityCompositeKeyForHashing()),
                new FieldChange("hide_sensitive_data", old.hideSensitiveData(), now.hideSensitiveData()),
                new FieldChange(
                        "use_identity_overrides_in_local_eval",
                        old.useIdentityOverridesInLocalEval(),
                        now.useIdentityOverridesInLocalEval()),
                FieldChange.ofMetadata(old.metadata(), now.metadata()));
    }

    /** Returns the changed fields of a segment. */
    public static List<FieldChange> changes(SegmentDefinition old, SegmentDefinition now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("feature", old.featureId(), now.featureId()),
                new FieldChange("rules_data", old.rules(), now.rules()),
                FieldChange.ofMetadata(old.metadata(), now.metadata()));
    }

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
                FieldChange.ofMetadata(before.metadata(), after.metadata()));
    }
}
