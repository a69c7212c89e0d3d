package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.testing.TestIssuer;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose accounts the provider of an organisation opens that owns a mail domain. No mail leaves the queue here. */
class OwnedDomainIT {

    private static TestServer server;

    private final TestIssuer issuer = new TestIssuer();
    private OidcVisitor visitor;
    private String domain;
    private Person bo;
    private Shop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(
                "flagledger.mail.host",
                "127.0.0.1",
                "flagledger.mail.port",
                "9",
                "flagledger.mail.security",
                "none",
                "flagledger.mail.from",
                "flags@example.test",
                "flagledger.dashboard.url",
                "https://flags.example.test"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void configure() {
        shop = Shop.in(server);
        visitor = new OidcVisitor(server, issuer);
        domain = visitor.name() + ".example";
        bo = personOf(domain);
        visitor.configured(shop.ana(), shop.organisation(), Map.of());
    }

    /** A person with an address of a domain, about whom the provider tells. */
    private Person personOf(String mailDomain) {
        var person = Person.in(server, mailDomain);
        issuer.saying(claims -> claims.claim("email", person.email()).claim("email_verified", true));
        return person;
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void itOpensAnAccountWhoseAddressIsProvenAndTellsItsUser() {
        server.part(AccountChanges.class).proveAddress(Member.id(bo.api()));
        assertThat(visitor.logIn().text()).as("before the domain is proven").contains("Log in to it and link it");
        MailDomain.proven(shop.ana(), shop.organisation(), domain);

        var login = visitor.logIn();

        assertThat(login.ok().get("is_new_user").asBoolean()).isFalse();
        var session = visitor.user(login);
        assertThat(Member.id(session)).isEqualTo(Member.id(bo.api()));
        assertThat(session.get("organisations/").ok().get("count").asInt()).isEqualTo(1);
        assertThat(bo.api().get("auth/users/me/logins/").ok()).hasSize(1);
        assertThat(mailsTo(bo.email())).isEqualTo(1);
    }

    /** Anybody can have registered it, and would go on using the account. */
    @Test
    void itOpensNoAccountWhoseAddressWasNeverProven() {
        MailDomain.proven(shop.ana(), shop.organisation(), domain);

        assertThat(visitor.logIn().text()).contains("Log in to it and link it");
    }

    @Test
    void itsUserIsStillAskedForTheSecondFactor() {
        server.part(AccountChanges.class).proveAddress(Member.id(bo.api()));
        MailDomain.proven(shop.ana(), shop.organisation(), domain);
        bo.activateFactor();

        assertThat(visitor.logIn().ok().has("ephemeral_token")).isTrue();
    }

    @Test
    void itOpensNoAccountOfASubdomain() {
        var eve = personOf("sub." + domain);
        server.part(AccountChanges.class).proveAddress(Member.id(eve.api()));
        MailDomain.proven(shop.ana(), shop.organisation(), domain);

        assertThat(visitor.logIn().text()).contains("Log in to it and link it");
    }

    private static int mailsTo(String email) {
        return JdbcClient.create(server.part(DataSource.class))
                .sql("select count(*) from access.mail where mail.recipient = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }
}
