package dev.flagledger.command.saml;

import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.federation.FederationSettings;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.SamlDirectory.Owned;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.FederatedLogins;
import dev.flagledger.command.federation.browser.BrowserCodes;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that finishes a login, by the code that the dashboard was called with. */
@RestController
class SamlLoginController {

    private static final int MAX_CODE = 100;

    private final BrowserCodes codes;
    private final FederatedLogins federated;
    private final FederationSettings settings;
    private final Logins logins;

    SamlLoginController(BrowserCodes codes, FederatedLogins federated, FederationSettings settings, Logins logins) {
        this.codes = codes;
        this.federated = federated;
        this.settings = settings;
        this.logins = logins;
    }

    @PostMapping("/api/v1/auth/saml/login")
    ResponseEntity<Map<String, Object>> logIn(CommandContext context, Form form, HttpServletRequest request) {
        var code = form.text("access_token", MAX_CODE);
        var claim = SignUpClaim.of(form);
        form.validate();
        var identity = codes.redeem(code, request)
                .filter(known -> known.provider().kind() == FederatedProvider.Kind.SAML)
                .orElseThrow(() -> new FederationRefused(Reason.CODE));
        var owned = configurationOf(context, identity);
        int organisation = owned.organisation().id();
        var admission = new Admission(
                settings.trustInOrganisations(),
                owned.configuration().createsUsers(),
                organisation,
                owned.configuration().role());
        var account = federated.admit(context, identity, admission, claim).account();
        return logins.finish(
                        context,
                        account,
                        LoginWay.by(
                                LoginMethod.SAML,
                                organisation,
                                identity.provider().id()))
                .answer();
    }

    /** The configuration may have been deleted in the meantime. */
    private static Owned configurationOf(CommandContext context, FederatedIdentity identity) {
        return SamlDirectory.withId(context.installation(), identity.provider().id())
                .orElseThrow(() -> new FederationRefused(Reason.CODE));
    }
}
