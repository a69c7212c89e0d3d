package dev.flagledger.engine.state.organisation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.OidcProviderEvent.OidcProviderAdded;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderChanged;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderRemoved;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.provider.OidcProvider;
import org.junit.jupiter.api.Test;

class IdentityProvidersTest {

    @Test
    void providersComeChangeAndGo() {
        var added = IdentityProviders.NONE
                .evolve(new OidcProviderAdded(2, 7, named("okta")))
                .evolve(new OidcProviderAdded(2, 8, named("entra")));
        assertThat(added.oidc()).containsEntry(7, named("okta")).containsEntry(8, named("entra"));

        var changed = added.evolve(new OidcProviderChanged(2, 8, named("adfs"), true));
        assertThat(changed.oidc()).containsEntry(7, named("okta")).containsEntry(8, named("adfs"));

        assertThat(changed.evolve(new OidcProviderRemoved(2, 7)).oidc()).containsOnlyKeys(8);
    }

    private static OidcProvider named(String name) {
        return new OidcProvider(name, "https://issuer.test", "flags", "email", "", false, true, Role.USER);
    }
}
