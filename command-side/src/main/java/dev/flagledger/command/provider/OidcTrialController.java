package dev.flagledger.command.provider;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.oidc.OidcClient;
import dev.flagledger.access.oidc.OidcFailure;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.command.provider.OidcProviders.Found;
import dev.flagledger.contract.view.login.Trial;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that tries the configuration of an identity provider. It changes nothing. */
@RestController
class OidcTrialController {

    private final OidcProviders providers;
    private final OidcClient client;
    private final OwnAddress address;

    OidcTrialController(OidcProviders providers, OidcClient client, OwnAddress address) {
        this.providers = providers;
        this.client = client;
        this.address = address;
    }

    @PostMapping("/api/v1/organisations/{organisation}/oidc-providers/{id}/test")
    Trial test(AccessContext access, @PathVariable int organisation, @PathVariable int id, HttpServletRequest request) {
        var known = access.organisation(organisation, Permission.ORGANISATION_ADMIN);
        var provider =
                found(Optional.ofNullable(known.access().providers().oidc().get(id)), "OidcProvider");
        try {
            client.check(providers.settings(new Found(organisation, id, provider), address.of(request)));
            return Trial.passed(null);
        } catch (OidcFailure e) {
            return Trial.failed(e.kind().wireName(), Objects.requireNonNull(e.getMessage()));
        }
    }
}
