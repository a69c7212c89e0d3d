package dev.flagledger.query.audit;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.flag.FeatureValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field's value before and after a change.
 *
 * @param field the name that the wire has for it
 * @param old a scalar or null; likewise {@code now}, which the wire calls {@code new}
 */
record FieldChange(
        String field, @Nullable Object old, @Nullable Object now) {

    static List<FieldChange> between(FeatureDetails old, FeatureDetails now) {
        return differing(
                new FieldChange("description", old.description(), now.description()),
                new FieldChange("is_archived", old.archived(), now.archived()),
                new FieldChange("is_server_key_only", old.serverKeyOnly(), now.serverKeyOnly()));
    }

    static List<FieldChange> between(FeatureValue old, FeatureValue now) {
        return differing(
                new FieldChange("string_value", old.text(), now.text()),
                new FieldChange("integer_value", old.number(), now.number()),
                new FieldChange("boolean_value", old.bool(), now.bool()),
                new FieldChange("type", old.type().wireName(), now.type().wireName()));
    }

    static List<FieldChange> between(EnvironmentSettings old, EnvironmentSettings now) {
        return differing(
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
                        now.useIdentityOverridesInLocalEval()));
    }

    private static List<FieldChange> differing(FieldChange... fields) {
        return Stream.of(fields)
                .filter(field -> !Objects.equals(field.old(), field.now()))
                .toList();
    }
}
