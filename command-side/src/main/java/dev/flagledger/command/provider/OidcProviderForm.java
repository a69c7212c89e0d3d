package dev.flagledger.command.provider;

import dev.flagledger.access.issuer.IssuerRules;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import dev.flagledger.contract.form.Form;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads identity providers. */
@Component
class OidcProviderForm {

    private static final int MAX_NAME = 100;
    private static final int MAX_ISSUER = 500;
    private static final int MAX_CLIENT_ID = 255;
    private static final int MAX_SECRET = 1_000;
    private static final int MAX_SCOPES = 500;
    private static final int MAX_CLAIM = 100;
    private static final String SECRET = "client_secret";

    private final OutboundHosts hosts;

    OidcProviderForm(OutboundHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * What a request says.
     *
     * @param secret null if the secret is left as it is
     */
    record Requested(OidcProvider provider, @Nullable String secret) {}

    Requested create(Form form) {
        var name = form.text("name", MAX_NAME);
        if (!name.isEmpty() && !name.matches("[A-Za-z0-9-]+")) {
            form.reject("name", "Enter letters, digits and hyphens only.");
        }
        var blank = new OidcProvider(name, "", "", "email profile", "", false, true, Role.USER);
        return new Requested(whole(form, blank), form.secret(SECRET, MAX_SECRET));
    }

    /** The name cannot be changed: the provider knows it, as a part of an address. */
    Requested replace(Form form, OidcProvider current) {
        return changed(form, current, whole(form, current));
    }

    Requested change(Form form, OidcProvider current) {
        var issuer = form.text("issuer", MAX_ISSUER, current.issuer());
        var clientId = form.text("client_id", MAX_CLIENT_ID, current.clientId());
        return changed(form, current, read(form, current, issuer, clientId));
    }

    private OidcProvider whole(Form form, OidcProvider current) {
        return read(form, current, form.text("issuer", MAX_ISSUER), form.text("client_id", MAX_CLIENT_ID));
    }

    private OidcProvider read(Form form, OidcProvider current, String issuer, String clientId) {
        checkIssuer(form, issuer);
        return new OidcProvider(
                current.name(),
                issuer,
                clientId,
                form.textOrBlank("scopes", MAX_SCOPES, current.scopes()),
                form.textOrBlank("groups_claim", MAX_CLAIM, current.groupsClaim()),
                form.bool("trust_email", current.trustsEmail()),
                form.bool("create_users", current.createsUsers()),
                Role.valueOf(form.choice("role", Role.NAMES, current.role().name())));
    }

    private void checkIssuer(Form form, String issuer) {
        if (issuer.isEmpty()) {
            return;
        }
        IssuerRules.problemOf(issuer)
                .or(() -> hosts.allowsUrlHost(URI.create(issuer).getHost())
                        ? Optional.empty()
                        : Optional.of(ProjectTexts.INTERNAL_ADDRESS))
                .ifPresent(problem -> form.reject("issuer", problem));
    }

    /** Another issuer gets another secret: nobody can have the present one sent to where they can read it. */
    private static Requested changed(Form form, OidcProvider current, OidcProvider requested) {
        boolean given = form.has(SECRET) || !requested.issuer().equals(current.issuer());
        return new Requested(requested, given ? form.secret(SECRET, MAX_SECRET) : null);
    }
}
