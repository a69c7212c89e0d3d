package dev.flagledger.command.saml;

import dev.flagledger.access.federation.IdentityTrial;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.LoginVerifier;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.SamlDirectory.Owned;
import dev.flagledger.access.saml.ServiceProviders;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.trial.ConfigurationTrial;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.login.Trial;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint that tries a configuration: what is stored of it, or a response of its identity provider. It changes nothing, and lets nobody in.
 * It says no more of why a response is refused than the login does. What it tells of a person, admins of the organisation could have their
 * identity provider send them.
 */
@RestController
class SamlTrialController {

    private static final int MAX_RESPONSE = 1_000_000;

    private final ServiceProviders providers;
    private final LoginVerifier verifier;
    private final Clock clock;

    SamlTrialController(ServiceProviders providers, LoginVerifier verifier, Clock clock) {
        this.providers = providers;
        this.verifier = verifier;
        this.clock = clock;
    }

    @PostMapping("/api/v1/auth/saml/configuration/{name}/test")
    Trial test(AccessContext access, @PathVariable String name, Form form, HttpServletRequest request) {
        var owned = SamlDirectory.administered(access, name);
        var response = form.textOrNull("saml_response", MAX_RESPONSE, null);
        form.validate();
        var metadata = owned.configuration().metadata();
        if (metadata == null) {
            return Trial.failed("metadata", SamlTexts.NO_METADATA);
        }
        try {
            var provider = IdentityProviderMetadata.read(metadata);
            var side = providers.of(owned.configuration(), request);
            return response == null
                    ? ConfigurationTrial.of(
                            provider, side, owned.configuration().frontendUrl(), clock.instant())
                    : login(owned, side, response);
        } catch (InvalidMetadataException e) {
            return Trial.failed("metadata", e.problem());
        }
    }

    private Trial login(Owned owned, ServiceProvider side, String response) {
        var configuration = owned.configuration();
        try {
            var assertion = verifier.examine(response, SamlSides.parties(configuration, side, _ -> true));
            return IdentityTrial.of(SamlLinks.identity(configuration.id(), SamlSides.user(owned, assertion)));
        } catch (SamlRejectedException e) {
            var reason = e.reason();
            return Trial.failed(reason.name().toLowerCase(Locale.ROOT), SamlTexts.rejected(reason.text()));
        }
    }
}
