package dev.flagledger.command.saml;

import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.store.LoginCodes;
import dev.flagledger.access.saml.store.PendingLogin;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.FederatedLogins;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.contract.error.text.SamlTexts;
import dev.flagledger.contract.form.Form;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that finishes a login, by the code that the dashboard was called with. */
@RestController
class SamlLoginController {

    private static final int MAX_CODE = 100;

    private final LoginCodes codes;
    private final FederatedLogins federated;
    private final GroupSync groups;
    private final Logins logins;
    private final Trust trust;

    /** @param trusted whether the identity providers of organisations open the accounts of their members */
    SamlLoginController(
            LoginCodes codes,
            FederatedLogins federated,
            GroupSync groups,
            Logins logins,
            @Value("${flagledger.federation.trust-organisations:false}") boolean trusted) {
        this.codes = codes;
        this.federated = federated;
        this.groups = groups;
        this.logins = logins;
        this.trust = trusted ? Trust.MEMBERS : Trust.NOBODY;
    }

    @PostMapping("/api/v1/auth/saml/login")
    ResponseEntity<?> logIn(CommandContext context, Form form) {
        var code = form.text("access_token", MAX_CODE);
        form.validate();
        var login = codes.use(code).orElse(null);
        if (login == null) {
            return refused(SamlTexts.INVALID_CODE);
        }
        // The configuration may have been deleted in the meantime.
        var owned = SamlDirectory.withId(context.installation(), login.configurationId());
        return owned.isEmpty()
                ? refused(SamlTexts.INVALID_CODE)
                : finish(context, login, owned.get().organisation().id());
    }

    private ResponseEntity<?> finish(CommandContext context, PendingLogin login, int organisation) {
        try {
            var admission = new Admission(trust, true, organisation, Role.USER);
            var account =
                    federated.admit(context, identity(login), admission).account();
            groups.sync(context, organisation, account.userId(), login.user().groups());
            return logins.finish(context, account, LoginWay.by(LoginMethod.SAML, organisation))
                    .answer();
        } catch (FederationRefused e) {
            return refused(e.reason().text());
        }
    }

    private static ResponseEntity<?> refused(String message) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of("message", message));
    }

    /** The identity provider vouches for the address; what that opens depends on how far it is trusted. */
    private static FederatedIdentity identity(PendingLogin login) {
        var user = login.user();
        return new FederatedIdentity(
                SamlLinks.providerOf(login.configurationId()),
                user.subject(),
                user.email(),
                true,
                user.firstName(),
                user.lastName(),
                Set.copyOf(user.groups()));
    }
}
