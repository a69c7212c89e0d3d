package dev.flagledger.command.environment;

import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.command.metadata.MetadataForm;
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

    static EnvironmentSettings change(Form form, EnvironmentSettings now, MetadataForm metadata) {
        return new EnvironmentSettings(
                form.text("name", MAX_NAME, now.name()),
                apiKey(form, now.apiKey()),
                form.textOrNull("description", MAX_DESCRIPTION, now.description()),
                form.integerOrNull("minimum_change_request_approvals", now.minimumChangeRequestApprovals()),
                form.bool("allow_client_traits", now.allowClientTraits()),
                form.textOrNull("banner_text", MAX_BANNER_TEXT, now.bannerText()),
                form.textOrNull("banner_colour", MAX_BANNER_COLOUR, now.bannerColour()),
                form.boolOrNull("hide_disabled_flags", now.hideDisabledFlags()),
                form.bool("use_identity_composite_key_for_hashing", now.useIdentityCompositeKeyForHashing()),
                form.bool("hide_sensitive_data", now.hideSensitiveData()),
                form.bool("use_identity_overrides_in_local_eval", now.useIdentityOverridesInLocalEval()),
                metadata.read(form));
    }

    /** A client-side key is public, so it must not look like a server-side one. */
    private static String apiKey(Form form, String now) {
        var key = form.text("api_key", MAX_KEY, now);
        if (!key.equals(now) && key.startsWith(ServerKeys.PREFIX)) {
            form.reject("api_key", "A client-side key may not begin with \"" + ServerKeys.PREFIX + "\".");
        }
        return key;
    }
}
