package dev.flagledger.access.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.TestAccounts;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SamlMembershipTest {

    private static final int OTHERS = 30;
    private static final Installation SHOP = Shop.withBasket()
            .then(
                    new OrganisationCreated(OTHERS, Shop.id(OTHERS), new OrganisationSettings("B", null, false, false)),
                    new SamlAdded(Shop.ORGANISATION, configuration(3, "acme")),
                    new SamlAdded(OTHERS, configuration(33, "others")))
            .state();

    private static SamlMembership membership;

    @BeforeAll
    static void link() {
        var database = TestDatabase.fresh().migrated();
        var accounts = TestAccounts.on(database);
        accounts.openWithoutPassword(1, "ana@ex.test");
        accounts.openWithoutPassword(2, "bo@ex.test");
        var links = new LinkedLogins(JdbcClient.create(database.dataSource()));
        links.link(1, new FederatedProvider(FederatedProvider.Kind.SAML, 3), "ana");
        links.link(2, new FederatedProvider(FederatedProvider.Kind.OIDC, 3), "bo");
        membership = new SamlMembership(links);
    }

    @Test
    void aUserWithSamlFoundsNoOrganisation() {
        assertThatThrownBy(() -> membership.requireFounder(1)).isInstanceOf(Refusal.class);
        assertThatCode(() -> membership.requireFounder(2)).doesNotThrowAnyException();
    }

    /** The ids of two configurations may begin alike. */
    @Test
    void aUserWithSamlJoinsTheOrganisationOfTheConfigurationOnly() {
        assertThat(membership.mayJoin(SHOP, 1, Shop.ORGANISATION)).isTrue();
        assertThat(membership.mayJoin(SHOP, 1, OTHERS)).isFalse();
        assertThat(membership.mayJoin(SHOP, 1, 404)).isFalse();
        assertThat(membership.mayJoin(SHOP, 2, OTHERS)).isTrue();
        assertThatThrownBy(() -> membership.requireMember(SHOP, 1, OTHERS)).isInstanceOf(Refusal.class);
    }

    private static SamlConfiguration configuration(int id, String name) {
        return new SamlConfiguration(id, name, "https://flags.example.test", null, false, true, Role.USER);
    }
}
