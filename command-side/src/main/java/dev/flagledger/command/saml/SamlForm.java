package dev.flagledger.command.saml;

import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.UrlRules;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a configuration of SAML. Omitted fields keep their values. */
final class SamlForm {

    private static final String NAME = "name";
    private static final String FRONTEND_URL = "frontend_url";
    private static final String METADATA = "idp_metadata_xml";

    private static final int MAX_NAME = 100;
    private static final int MAX_URL = 2_000;
    private static final int MAX_METADATA = 300_000;

    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9-]+");

    /** They are parts of other addresses. */
    private static final Set<String> RESERVED =
            Set.of("configuration", "attribute-mapping", "login", "request", "response", "metadata");

    private SamlForm() {}

    /** Reads a configuration that is created, and whose id is not drawn yet. */
    static SamlConfiguration create(Form form) {
        requireAll(form);
        return read(form, new SamlConfiguration(0, "", "", null, false, true, Role.USER));
    }

    static void requireAll(Form form) {
        form.text(NAME, MAX_NAME);
        form.text(FRONTEND_URL, MAX_URL);
    }

    static SamlConfiguration read(Form form, SamlConfiguration current) {
        var requested = new SamlConfiguration(
                current.id(),
                name(form, current.name()),
                url(form, current.frontendUrl()),
                metadata(form, current.metadata()),
                form.bool("allow_idp_initiated", current.idpInitiated()),
                form.bool("create_users", current.createsUsers()),
                Role.valueOf(form.choice("role", Role.NAMES, current.role().name())));
        form.validate();
        return requested;
    }

    private static String name(Form form, String current) {
        var name = form.text(NAME, MAX_NAME, current);
        if (!name.isEmpty() && (!NAMES.matcher(name).matches() || RESERVED.contains(name))) {
            form.reject(NAME, SamlTexts.NAME);
        }
        return name;
    }

    private static String url(Form form, String current) {
        var url = form.text(FRONTEND_URL, MAX_URL, current);
        if (!url.isEmpty()) {
            UrlRules.problemOf(url).ifPresent(problem -> form.reject(FRONTEND_URL, problem));
        }
        return url;
    }

    private static @Nullable String metadata(Form form, @Nullable String current) {
        var text = form.textOrNull(METADATA, MAX_METADATA, current);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            IdentityProviderMetadata.read(text);
        } catch (InvalidMetadataException e) {
            form.reject(METADATA, e.problem());
        }
        return text;
    }
}
