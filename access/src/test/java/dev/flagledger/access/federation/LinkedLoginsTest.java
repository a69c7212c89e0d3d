package dev.flagledger.access.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.secret.TestAccounts;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinkedLoginsTest {

    private static final FederatedProvider GOOGLE = FederatedProvider.GOOGLE;
    private static final FederatedProvider SAML = new FederatedProvider(FederatedProvider.Kind.SAML, 3);

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final Accounts accounts = TestAccounts.on(database);
    private final LinkedLogins links = new LinkedLogins(JdbcClient.create(database.dataSource()));

    @BeforeEach
    void open() {
        accounts.openWithoutPassword(1, "ana@ex.test");
        accounts.openWithoutPassword(2, "bo@ex.test");
    }

    @Test
    void anAccountIsFoundByProviderAndSubject() {
        links.link(1, GOOGLE, "4711");
        links.link(2, SAML, "4711");

        assertThat(links.accountOf(GOOGLE, "4711")).hasValue(new Account(1, "ana@ex.test"));
        assertThat(links.accountOf(SAML, "4711")).hasValue(new Account(2, "bo@ex.test"));
        assertThat(links.accountOf(GOOGLE, "4712")).isEmpty();
        assertThat(links.providersOf(2)).containsExactly("saml-3");
    }

    @Test
    void aLinkIsMadeOnce() {
        links.link(1, GOOGLE, "4711");
        links.link(1, GOOGLE, "4711");

        assertThatThrownBy(() -> links.link(2, GOOGLE, "4711")).isInstanceOf(FederationRefused.class);
        assertThatThrownBy(() -> links.link(1, GOOGLE, "4712")).isInstanceOf(FederationRefused.class);
        assertThat(links.accountOf(GOOGLE, "4711").orElseThrow().userId()).isEqualTo(1);
    }

    @Test
    void linksEnd() {
        links.link(1, GOOGLE, "1");
        links.link(1, SAML, "1");
        links.link(2, SAML, "2");

        links.unlink(1, "google");
        assertThat(links.providersOf(1)).containsExactly("saml-3");
        links.forget(SAML, 7);
        assertThat(links.accountOf(SAML, "2")).isEmpty();
        assertThat(links.wasLinkedBy(2, 7)).isTrue();
        assertThat(links.wasLinkedBy(2, 8)).isFalse();
    }

    @Test
    void allLinksOfAnAccountEnd() {
        links.link(1, GOOGLE, "1");
        links.link(1, SAML, "1");
        links.link(2, SAML, "2");

        links.unlinkAll(1);

        assertThat(links.providersOf(1)).isEmpty();
        assertThat(links.providersOf(2)).containsExactly("saml-3");
    }

    @Test
    void whatAUserEndsNoOrganisationResumes() {
        links.link(1, SAML, "1");
        links.forget(SAML, 7);
        links.link(1, GOOGLE, "1");

        links.unlink(1, "google");

        assertThat(links.wasLinkedBy(1, 7)).isFalse();
    }

    @Test
    void aClosedAccountHasNoLinks() {
        links.link(1, GOOGLE, "4711");
        accounts.close(1);

        assertThat(links.accountOf(GOOGLE, "4711")).isEmpty();
        accounts.openWithoutPassword(1, "other@ex.test");
        assertThat(links.accountOf(GOOGLE, "4711")).isEmpty();
    }
}
