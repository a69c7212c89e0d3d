package dev.flagledger.command.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.access.oauth.client.OAuthClients;
import dev.flagledger.access.oauth.client.OAuthClients.Registered;
import dev.flagledger.access.oauth.client.Registration;
import dev.flagledger.command.context.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The endpoint where clients register themselves (RFC 7591). Anybody may, and it gives nobody any access: so it is no event of the log, which
 * keeps everything. What a user lets a client do is one.
 */
@RestController("oauthRegistrationController")
class RegistrationController {

    private final OAuthForms forms;
    private final OAuthClients clients;
    private final Clock clock;

    RegistrationController(OAuthForms forms, OAuthClients clients, Clock clock) {
        this.forms = forms;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * A new client. The names are the protocol's.
     *
     * @param clientIdIssuedAt in seconds since 1970
     * @param clientSecret shown once; null for public clients
     * @param clientSecretExpiresAt 0 for never; null without a secret
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientView(
            String clientId,
            long clientIdIssuedAt,
            String clientName,
            List<String> redirectUris,
            List<String> grantTypes,
            List<String> responseTypes,
            String tokenEndpointAuthMethod,
            @Nullable String clientSecret,
            @Nullable Integer clientSecretExpiresAt) {}

    @PostMapping("/o/register")
    @ResponseStatus(HttpStatus.CREATED)
    ClientView register(CommandContext context, HttpServletRequest request) throws IOException {
        var registration = Registration.read(forms.bytes(request));
        return view(clients.register(registration, context.attribution().address()));
    }

    private ClientView view(Registered registered) {
        var client = registered.client();
        return new ClientView(
                client.id(),
                clock.instant().getEpochSecond(),
                client.name(),
                client.redirectUris(),
                List.of("authorization_code", "refresh_token"),
                List.of("code"),
                client.method().name().toLowerCase(Locale.ROOT),
                registered.secret(),
                registered.secret() == null ? null : 0);
    }
}
