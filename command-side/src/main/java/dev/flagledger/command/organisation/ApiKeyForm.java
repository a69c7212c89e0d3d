package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.contract.form.Form;

/** Reads an organisation's API key. Omitted fields keep their values. */
final class ApiKeyForm {

    private static final int MAX_NAME = 50;

    private ApiKeyForm() {}

    static void requireName(Form form) {
        form.text("name", MAX_NAME);
    }

    static ApiKey read(Form form, ApiKey current) {
        var requested = new ApiKey(
                current.id(),
                current.prefix(),
                form.text("name", MAX_NAME, current.name()),
                form.timeOrNull("expiry_date", current.expiresAt()),
                // Also an HTML form that omits it, unlike its other booleans, makes no key without permissions.
                form.has("is_admin") ? form.bool("is_admin", current.admin()) : current.admin());
        form.validate();
        return requested;
    }

    /** Whether the request revokes the key. */
    static boolean revokes(Form form) {
        boolean revoked = form.bool("revoked", false);
        form.validate();
        return revoked;
    }
}
