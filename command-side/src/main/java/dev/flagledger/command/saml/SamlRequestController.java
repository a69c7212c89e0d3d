package dev.flagledger.command.saml;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.ServiceProviders;
import dev.flagledger.access.saml.request.LoginRequest;
import dev.flagledger.access.saml.request.RequestIds;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.command.context.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that start a login; open to everyone. The dashboard's script asks where to send the browser, which is to this server at first: it
 * has to keep a cookie, and would keep none of a script from another origin.
 */
@RestController
@RequestMapping("/api/v1/auth/saml/{name}/request")
class SamlRequestController {

    private final ServiceProviders providers;
    private final RequestIds requests;
    private final Clock clock;

    SamlRequestController(ServiceProviders providers, RequestIds requests, Clock clock) {
        this.providers = providers;
        this.requests = requests;
        this.clock = clock;
    }

    /** The redirect is in the body, for the dashboard's script. */
    @PostMapping
    Redirect start(CommandContext context, @PathVariable String name, HttpServletRequest request) {
        var configuration = configuration(context, name);
        SamlSides.identityProvider(configuration);
        return Redirect.to(providers.of(configuration, request).consumer().resolve("../request/"));
    }

    /** Sends the browser to the identity provider, and lets it remember that. */
    @GetMapping
    ResponseEntity<Void> send(CommandContext context, @PathVariable String name, HttpServletRequest request) {
        var configuration = configuration(context, name);
        var side = providers.of(configuration, request);
        var id = requests.issue(configuration.id());
        var url = LoginRequest.url(SamlSides.identityProvider(configuration), side, id, clock.instant());
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(url)
                .header(
                        HttpHeaders.SET_COOKIE,
                        SamlCookie.keeping(id, side.consumer()).toString())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static SamlConfiguration configuration(CommandContext context, String name) {
        return found(SamlDirectory.named(context.installation(), name), "SamlConfiguration")
                .configuration();
    }

    /** A redirect as an object. */
    record Redirect(Map<String, String> headers, int status, String url) {
        static Redirect to(URI url) {
            return new Redirect(Map.of("Location", url.toString()), HttpStatus.FOUND.value(), url.toString());
        }
    }
}
