package dev.flagledger.command.organisation;

import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.contract.error.text.ProjectTexts;
import dev.flagledger.contract.form.Form;

/** Reads an organisation's API key. Omitted fields keep their values. */
final class ApiKeyForm {

    private static final int MAX_NAME = 50;
    private static final String ADMIN = "is_admin";

    private ApiKeyForm() {}

    static void requireName(Form form) {
        form.text("name", MAX_NAME);
    }

    static ApiKey read(Form form, ApiKey current) {
        // A non-admin key would need roles.
        if (form.has(ADMIN) && !form.bool(ADMIN, true)) {
            form.reject(ADMIN, ProjectTexts.NO_RBAC);
        }
        var requested = new ApiKey(
                current.id(),
                current.prefix(),
                form.text("name", MAX_NAME, current.name()),
                form.timeOrNull("expiry_date", current.expiresAt()));
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
