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
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for logins with Google and GitHub, and for links of the caller's account with people there. */
@RestController
class SocialLoginController {

    private static final Logger LOG = LoggerFactory.getLogger(SocialLoginController.class);
    private static final int MAX_TOKEN = 4_000;

    private final GoogleLogin google;
    private final GithubLogin github;
    private final FederatedLogins federated;
    private final Logins logins;
    private final OwnLinks links;

    SocialLoginController(
            GoogleLogin google, GithubLogin github, FederatedLogins federated, Logins logins, OwnLinks links) {
        this.google = google;
        this.github = github;
        this.federated = federated;
        this.logins = logins;
        this.links = links;
    }

    @PostMapping("/api/v1/auth/oauth/google")
    ResponseEntity<Map<String, Object>> google(CommandContext context, Form form) {
        return logIn(context, form, LoginMethod.GOOGLE, google::identity);
    }

    /** {@code access_token} is the authorization code. */
    @PostMapping("/api/v1/auth/oauth/github")
    ResponseEntity<Map<String, Object>> github(CommandContext context, Form form) {
        return logIn(context, form, LoginMethod.GITHUB, github::identity);
    }

    @PostMapping("/api/v1/auth/users/me/logins/google")
    ResponseEntity<Map<String, Object>> linkGoogle(CommandContext context, Form form) {
        return link(context, form, LoginMethod.GOOGLE, google::identity);
    }

    /** {@code access_token} is the authorization code. */
    @PostMapping("/api/v1/auth/users/me/logins/github")
    ResponseEntity<Map<String, Object>> linkGithub(CommandContext context, Form form) {
        return link(context, form, LoginMethod.GITHUB, github::identity);
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
            return failed(method, e);
        }
        var admission = new Admission(Trust.EVERYONE, true, null, Role.USER);
        var admitted = federated.admit(context, identity, admission, claim);
        return logins.finish(context, admitted.account(), LoginWay.by(method))
                .answer(Map.of("is_new_user", admitted.created()));
    }

    private ResponseEntity<Map<String, Object>> link(
            CommandContext context, Form form, LoginMethod method, Provider provider) {
        var shown = form.text("access_token", MAX_TOKEN);
        links.requireOwner(context, form);
        try {
            links.link(context, provider.identity(shown));
            return ResponseEntity.noContent().build();
        } catch (SocialFailure e) {
            return failed(method, e);
        }
    }

    private static ResponseEntity<Map<String, Object>> failed(LoginMethod method, SocialFailure failure) {
        LOG.info("A login by {} failed: {}", method, failure.getMessage());
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                .body(Map.of("message", "An error occurred authenticating with " + method));
    }
}
