package dev.flagledger.command.environment;

import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import dev.flagledger.contract.form.Form;
import java.util.List;

/** Reads the settings of an environment. Omitted fields keep their values, except for custom fields. */
final class EnvironmentForm {

    static final int MAX_NAME = 2_000;
    private static final int MAX_KEY = 100;
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_BANNER_TEXT = 255;
    private static final int MAX_BANNER_COLOUR = 7;

    private EnvironmentForm() {}

    static void requireName(Form form) {
        form.text("name", MAX_NAME);
    }

    static EnvironmentSettings create(Form form, MetadataForm metadata) {
        var name = form.text("name", MAX_NAME);
        return change(
                form,
                new EnvironmentSettings(
                        name, ClientKey.random(), null, null, true, null, null, null, true, false, true, List.of()),
                metadata);
    }

    static EnvironmentSettings change(Form form, EnvironmentSettings current, MetadataForm metadata) {
        return new EnvironmentSettings(
                form.text("name", MAX_NAME, current.name()),
                apiKey(form, current.apiKey()),
                form.textOrNull("description", MAX_DESCRIPTION, current.description()),
                form.integerOrNull("minimum_change_request_approvals", current.minimumChangeRequestApprovals()),
                form.bool("allow_client_traits", current.allowClientTraits()),
                form.textOrNull("banner_text", MAX_BANNER_TEXT, current.bannerText()),
                form.textOrNull("banner_colour", MAX_BANNER_COLOUR, current.bannerColour()),
                form.boolOrNull("hide_disabled_flags", current.hideDisabledFlags()),
                form.bool("use_identity_composite_key_for_hashing", current.useIdentityCompositeKeyForHashing()),
                form.bool("hide_sensitive_data", current.hideSensitiveData()),
                form.bool("use_identity_overrides_in_local_eval", current.useIdentityOverridesInLocalEval()),
                metadata.read(form));
    }

    /** A client-side key is public, so it must not look like a server-side one. */
    private static String apiKey(Form form, String current) {
        var key = form.text("api_key", MAX_KEY, current);
        if (!key.equals(current) && key.startsWith(ServerKeys.PREFIX)) {
            form.reject("api_key", ProjectTexts.clientKeyPrefix(ServerKeys.PREFIX));
        }
        return key;
    }
}
