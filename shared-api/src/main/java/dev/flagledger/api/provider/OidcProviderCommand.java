package dev.flagledger.api.provider;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import java.util.List;
import java.util.Locale;

/** Commands about an identity provider of an organisation. */
public sealed interface OidcProviderCommand extends LedgerCommand {

    int organisationId();

    int providerId();

    @Override
    default String aggregateId() {
        return streamOf(providerId());
    }

    /** Returns the stream of one provider. */
    static String streamOf(int providerId) {
        return "oidc-provider-" + providerId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    record AddOidcProvider(int organisationId, int providerId, OidcProvider provider)
            implements OidcProviderCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return List.of(
                    new Claim(Claim.Kind.OIDC_PROVIDER, "", provider.name().toLowerCase(Locale.ROOT), aggregateId()));
        }
    }

    /** Changes a provider, but not its name; {@code secretChanged} if the client secret is replaced as well. */
    record ChangeOidcProvider(int organisationId, int providerId, Edit<OidcProvider> provider, boolean secretChanged)
            implements OidcProviderCommand {}

    record RemoveOidcProvider(int organisationId, int providerId) implements OidcProviderCommand, Releasing {}
}
