package dev.flagledger.command.saml;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.ServiceProviders;
import dev.flagledger.access.saml.request.LoginRequest;
import dev.flagledger.access.saml.request.RequestIds;
import dev.flagledger.command.context.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that starts a login; open to everyone. */
@RestController
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
    @PostMapping("/api/v1/auth/saml/{name}/request")
    Redirect start(CommandContext context, @PathVariable String name, HttpServletRequest request) {
        var configuration = found(SamlDirectory.named(context.installation(), name), "SamlConfiguration")
                .configuration();
        var url = LoginRequest.url(
                SamlSides.identityProvider(configuration),
                providers.of(configuration, request),
                requests.issue(configuration.id()),
                clock.instant());
        return Redirect.to(url);
    }

    /** A redirect as an object. */
    record Redirect(Map<String, String> headers, int status, String url) {
        static Redirect to(URI url) {
            return new Redirect(Map.of("Location", url.toString()), HttpStatus.FOUND.value(), url.toString());
        }
    }
}
