package dev.flagledger.command.oauth;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.session.application.ApplicationScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the authorization server to clients (RFC 8414). */
@RestController
class MetadataController {

    private final OwnAddress address;
    private final DashboardLinks dashboard;

    MetadataController(OwnAddress address, DashboardLinks dashboard) {
        this.address = address;
        this.dashboard = dashboard;
    }

    /** The names are the standard's. */
    record Metadata(
            String issuer,
            String authorizationEndpoint,
            String tokenEndpoint,
            String registrationEndpoint,
            String revocationEndpoint,
            String introspectionEndpoint,
            List<String> scopesSupported,
            List<String> responseTypesSupported,
            List<String> grantTypesSupported,
            List<String> codeChallengeMethodsSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> introspectionEndpointAuthMethodsSupported) {}

    /** As in Flagsmith, clients are told to introspect without a secret, although that is refused. */
    @GetMapping("/.well-known/oauth-authorization-server")
    Metadata describe(HttpServletRequest request) {
        var server = address.of(request);
        return new Metadata(
                server,
                dashboard.or(server) + "/oauth/authorize/",
                server + "/o/token/",
                server + "/o/register/",
                server + "/o/revoke_token/",
                server + "/o/introspect/",
                Arrays.stream(ApplicationScope.values())
                        .map(ApplicationScope::wireName)
                        .toList(),
                List.of("code"),
                List.of("authorization_code", "refresh_token"),
                List.of("S256"),
                List.of("client_secret_basic", "client_secret_post", "none"),
                List.of("none"));
    }
}
