package dev.flagledger.command.provider;

import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.secret.ClientSecrets;
import dev.flagledger.api.provider.OidcProviderCommand;
import dev.flagledger.ledger.command.NameClaims;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Removes what is kept beside the log of identity providers. Takes part in the caller's transaction. */
@Component
public class ProviderRemoval {

    private final ClientSecrets secrets;
    private final LinkEndings links;
    private final NameClaims names;

    ProviderRemoval(ClientSecrets secrets, LinkEndings links, NameClaims names) {
        this.secrets = secrets;
        this.links = links;
        this.names = names;
    }

    /** Forgets the secrets, the names and the links of providers of an organisation that are no more. */
    public void forget(int organisation, Collection<Integer> providers) {
        providers.forEach(secrets::remove);
        providers.forEach(provider -> forgetLinks(organisation, provider));
        names.release(providers.stream().map(OidcProviderCommand::streamOf).toList());
    }

    /** Ends the links of accounts with a provider of an organisation, and what was opened with it. */
    void forgetLinks(int organisation, int provider) {
        links.forget(new FederatedProvider(FederatedProvider.Kind.OIDC, provider), organisation);
    }
}
