package dev.flagledger.command.federation;

import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.federation.FederationSettings;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.browser.BrowserCodes;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.command.provider.OidcProviders;
import dev.flagledger.command.provider.OidcProviders.Found;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that finishes a login at a provider of an organisation, after the browser has returned from there. */
@RestController
class FederatedLoginController {

    private static final int MAX_CODE = 100;

    private final BrowserCodes codes;
    private final OidcProviders providers;
    private final FederatedLogins federated;
    private final FederationSettings settings;
    private final Logins logins;

    FederatedLoginController(
            BrowserCodes codes,
            OidcProviders providers,
            FederatedLogins federated,
            FederationSettings settings,
            Logins logins) {
        this.codes = codes;
        this.providers = providers;
        this.federated = federated;
        this.settings = settings;
        this.logins = logins;
    }

    @PostMapping("/api/v1/auth/oidc/login")
    ResponseEntity<Map<String, Object>> logIn(CommandContext context, Form form, HttpServletRequest request) {
        var code = form.text("access_token", MAX_CODE);
        var claim = SignUpClaim.of(form);
        form.validate();
        var identity = codes.redeem(code, request)
                .filter(known -> known.provider().kind() == FederatedProvider.Kind.OIDC)
                .orElseThrow(() -> new FederationRefused(Reason.CODE));
        var known = known(context, identity);
        var admitted = federated.admit(context, identity, admission(known), claim);
        var way = LoginWay.by(LoginMethod.OIDC, known.organisationId(), known.id());
        return logins.finish(context, admitted.account(), way).answer(Map.of("is_new_user", admitted.created()));
    }

    /** The provider may have been removed in the meantime. */
    private Found known(CommandContext context, FederatedIdentity identity) {
        return providers
                .byId(context.installation(), identity.provider().id())
                .orElseThrow(() -> new FederationRefused(Reason.CODE));
    }

    private Admission admission(Found known) {
        return new Admission(
                settings.trustInOrganisations(),
                known.provider().createsUsers(),
                known.organisationId(),
                known.provider().role());
    }
}
