package dev.flagledger.query.audit.event;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;

/** The changed fields of environments and of their server-side keys. */
final class EnvironmentFields {

    private EnvironmentFields() {}

    static List<FieldChange> changes(EnvironmentSettings old, EnvironmentSettings now) {
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

    static List<FieldChange> changes(ServerKey old, ServerKey now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("active", old.active(), now.active()),
                FieldChange.ofTime("expires_at", old.expiresAt(), now.expiresAt()));
    }
}
