package dev.flagledger.command.federation.browser;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.oidc.LoginSeal;
import dev.flagledger.access.oidc.OidcClient;
import dev.flagledger.access.oidc.OidcFailure;
import dev.flagledger.access.oidc.OidcLogin;
import dev.flagledger.access.oidc.OidcUser;
import dev.flagledger.access.oidc.Returned;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.provider.OidcProviders;
import dev.flagledger.command.provider.OidcProviders.Found;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that lead browsers to an identity provider that speaks OpenID Connect, and take them back. */
@RestController
@RequestMapping("/api/v1/auth/oidc/{name}")
class OidcLoginController {

    private static final Logger LOG = LoggerFactory.getLogger(OidcLoginController.class);

    private final OidcProviders providers;
    private final OidcClient client;
    private final LoginSeal seal;
    private final BrowserCodes codes;
    private final OwnAddress address;
    private final DashboardLinks dashboard;

    OidcLoginController(
            OidcProviders providers,
            OidcClient client,
            LoginSeal seal,
            BrowserCodes codes,
            OwnAddress address,
            DashboardLinks dashboard) {
        this.providers = providers;
        this.client = client;
        this.seal = seal;
        this.codes = codes;
        this.address = address;
        this.dashboard = dashboard;
    }

    @GetMapping("/request")
    ResponseEntity<Void> begin(CommandContext context, @PathVariable String name, HttpServletRequest request) {
        var known = provider(context, name);
        var server = address.of(request);
        try {
            var begun = client.begin(known.id(), providers.settings(known, server));
            return Redirects.to(begun.address(), LoginCookie.keeping(seal.seal(begun.login()), request));
        } catch (OidcFailure e) {
            return failed(known, server, e, request);
        }
    }

    @GetMapping("/response")
    ResponseEntity<Void> complete(
            CommandContext context,
            @PathVariable String name,
            @CookieValue(name = LoginCookie.NAME, required = false) @Nullable String cookie,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "iss", required = false) @Nullable String issuer,
            HttpServletRequest request) {
        var known = provider(context, name);
        var server = address.of(request);
        try {
            var user = client.complete(
                    login(cookie, known), providers.settings(known, server), new Returned(code, state, error, issuer));
            var page = frontend(server);
            var issued = codes.issue(identity(known, user), URI.create(page), URI.create(server));
            var cookies = Stream.concat(Stream.of(LoginCookie.gone(request)), issued.cookie().stream());
            return Redirects.to(Redirects.page(page, "code", issued.code()), cookies.toArray(ResponseCookie[]::new));
        } catch (OidcFailure e) {
            return failed(known, server, e, request);
        }
    }

    /** The login that this browser has begun at this provider, and at no other (RFC 9700, 4.4). */
    private OidcLogin login(@Nullable String cookie, Found known) throws OidcFailure {
        return Optional.ofNullable(cookie)
                .flatMap(seal::open)
                .filter(login -> login.provider() == known.id())
                .orElseThrow(() ->
                        new OidcFailure(OidcFailure.Kind.STATE, "This browser has begun no login at this provider."));
    }

    private static FederatedIdentity identity(Found known, OidcUser user) {
        return new FederatedIdentity(
                known.key(),
                user.subject(),
                user.email(),
                user.verified(),
                user.firstName(),
                user.lastName(),
                user.groups());
    }

    /** The reason is for the administrator; whoever logs in learns its kind. */
    private ResponseEntity<Void> failed(Found known, String server, OidcFailure failure, HttpServletRequest request) {
        LOG.info(
                "A login at the identity provider {} failed: {}",
                known.provider().name(),
                failure.getMessage());
        return Redirects.to(
                Redirects.page(frontend(server), "error", failure.kind().wireName()), LoginCookie.gone(request));
    }

    private String frontend(String server) {
        return dashboard.or(server);
    }

    private Found provider(CommandContext context, String name) {
        return found(providers.byName(context.installation(), name), "OidcProvider");
    }
}
