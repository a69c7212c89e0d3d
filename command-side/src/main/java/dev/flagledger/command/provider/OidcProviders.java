package dev.flagledger.command.provider;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.oidc.OidcSettings;
import dev.flagledger.access.secret.ClientSecrets;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.contract.view.organisation.OidcProviderView;
import dev.flagledger.engine.state.Installation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds identity providers, and how they are asked. */
@Component
public class OidcProviders {

    private final ClientSecrets secrets;

    OidcProviders(ClientSecrets secrets) {
        this.secrets = secrets;
    }

    /** A provider with its organisation. */
    public record Found(int organisationId, int id, OidcProvider provider) {

        /** The provider as accounts are linked with it. */
        public FederatedProvider key() {
            return new FederatedProvider(FederatedProvider.Kind.OIDC, id);
        }
    }

    /** Finds a provider by its name, in any case. */
    public Optional<Found> byName(Installation installation, String name) {
        return installation.organisations().values().stream()
                .flatMap(organisation -> organisation.access().providers().oidc().entrySet().stream()
                        .map(entry -> new Found(organisation.id(), entry.getKey(), entry.getValue())))
                .filter(known -> known.provider().name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Finds a provider by its id. */
    public Optional<Found> byId(Installation installation, int id) {
        return installation.organisations().values().stream()
                .filter(organisation -> organisation.access().providers().oidc().containsKey(id))
                .map(organisation -> new Found(
                        organisation.id(),
                        id,
                        organisation.access().providers().oidc().get(id)))
                .findFirst();
    }

    /** How a provider is asked; {@code server} is the address of this server, without a slash at its end. */
    public OidcSettings settings(Found known, String server) {
        var provider = known.provider();
        return new OidcSettings(
                provider.issuer(),
                provider.clientId(),
                found(secrets.find(known.id()), "OidcProvider"),
                URI.create(OidcProviderView.redirectUri(provider, server)),
                scopes(provider),
                provider.groupsClaim(),
                provider.trustsEmail());
    }

    private static List<String> scopes(OidcProvider provider) {
        return Arrays.stream(provider.scopes().split(" "))
                .filter(scope -> !scope.isBlank())
                .toList();
    }
}
