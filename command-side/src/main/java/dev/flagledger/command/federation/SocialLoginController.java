package dev.flagledger.command.federation;

import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.social.GithubLogin;
import dev.flagledger.access.social.GoogleLogin;
import dev.flagledger.access.social.SocialFailure;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.contract.form.Form;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for logins with Google and GitHub. */
@RestController
@RequestMapping("/api/v1/auth/oauth")
class SocialLoginController {

    private static final Logger LOG = LoggerFactory.getLogger(SocialLoginController.class);
    private static final int MAX_TOKEN = 4_000;

    private final GoogleLogin google;
    private final GithubLogin github;
    private final FederatedLogins federated;
    private final Logins logins;

    SocialLoginController(GoogleLogin google, GithubLogin github, FederatedLogins federated, Logins logins) {
        this.google = google;
        this.github = github;
        this.federated = federated;
        this.logins = logins;
    }

    @PostMapping("/google")
    ResponseEntity<Map<String, Object>> google(CommandContext context, Form form) {
        return logIn(context, form, LoginMethod.GOOGLE, google::identity);
    }

    /** {@code access_token} is the authorization code. */
    @PostMapping("/github")
    ResponseEntity<Map<String, Object>> github(CommandContext context, Form form) {
        return logIn(context, form, LoginMethod.GITHUB, github::identity);
    }

    private interface Provider {
        FederatedIdentity identity(String shown) throws SocialFailure;
    }

    private ResponseEntity<Map<String, Object>> logIn(
            CommandContext context, Form form, LoginMethod method, Provider provider) {
        var shown = form.text("access_token", MAX_TOKEN);
        var claim = SignUpClaim.of(form);
        form.validate();
        FederatedIdentity identity;
        try {
            identity = provider.identity(shown);
        } catch (SocialFailure e) {
            LOG.info("A login by {} failed: {}", method, e.getMessage());
            return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                    .body(Map.of("message", "An error occurred authenticating with " + method));
        }
        var admission = new Admission(Trust.EVERYONE, true, null, Role.USER);
        var admitted = federated.admit(context, identity, admission, claim);
        return logins.finish(context, admitted.account(), LoginWay.by(method))
                .answer(Map.of("is_new_user", admitted.created()));
    }
}
