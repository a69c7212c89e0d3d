package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestDns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation proves that it owns a mail domain. */
class MailDomainIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Shop shop = Shop.in(SERVER);
    private final Api ana = shop.ana();
    private final String name = UUID.randomUUID() + ".example";
    private final String domains = "organisations/" + shop.organisation() + "/domains/";

    @Test
    void aRecordOfTheDomainProvesIt() {
        var domain = MailDomain.added(ana, shop.organisation(), name);
        assertThat(domain.record()).matches("flagledger-verification=[0-9a-f]{40}");
        assertThat(domain.verify(ana).text())
                .isEqualTo("{\"detail\":\"No TXT record of " + name + " is \\\"" + domain.record()
                        + "\\\". New records take a while to be seen everywhere.\"}");
        assertThat(domain.verify(ana).status()).isEqualTo(400);
        assertThat(ana.get(domain.path()).ok().get("verified_at").isNull()).isTrue();
        TestDns.shared().publish(name, "v=spf1 -all");
        TestDns.shared().publish(name, domain.record());

        var proven = domain.verify(ana).ok();

        assertThat(proven.get("verified_by").asString()).isEqualTo("DNS");
        assertThat(proven.get("verified_at").isNull()).isFalse();
        assertThat(ana.get(domains).ok().get("results").get(0)).isEqualTo(proven);
        assertThat(domain.verify(ana).ok()).isEqualTo(proven);
    }

    /** Somebody else's record is in the open. */
    @Test
    void theRecordOfAnotherOrganisationProvesNothing() {
        var other = Shop.in(SERVER);
        var others = MailDomain.added(other.ana(), other.organisation(), name);
        TestDns.shared().publish(name, others.record());
        var domain = MailDomain.added(ana, shop.organisation(), name);

        assertThat(domain.verify(ana).text()).contains("No TXT record of " + name + " is", domain.record());
    }

    @Test
    void aDomainIsProvenForOneOrganisationUntilItIsRemoved() {
        var domain = MailDomain.proven(ana, shop.organisation(), name);
        var other = Shop.in(SERVER);
        var others = MailDomain.added(other.ana(), other.organisation(), name);
        TestDns.shared().publish(name, others.record());

        assertThat(others.verify(other.ana()).text())
                .isEqualTo("{\"name\":[\"This domain belongs to another organisation.\"]}");
        assertThat(ana.delete(domain.path()).status()).isEqualTo(204);
        assertThat(ana.get(domain.path()).status()).isEqualTo(404);
        others.verify(other.ana()).ok();
    }

    @Test
    void aDeletedOrganisationOwnsNoDomain() {
        MailDomain.proven(ana, shop.organisation(), name);
        assertThat(ana.delete("organisations/" + shop.organisation() + "/").status())
                .isEqualTo(204);
        var other = Shop.in(SERVER);

        MailDomain.proven(other.ana(), other.organisation(), name);
    }

    @Test
    void aSuperuserVouchesWhereNoRecordCanBeAsked() {
        var domain = MailDomain.added(ana, shop.organisation(), name);
        assertThat(ana.post(domain.path() + "vouch/", Map.of()).status())
                .as("an admin of the organisation")
                .isEqualTo(403);
        var root = Person.in(SERVER);
        SERVER.part(Commands.class).send(new ChangeSuperuser(Member.id(root.api()), true), Attribution.SYSTEM);

        assertThat(root.api()
                        .post(domain.path() + "vouch/", Map.of())
                        .ok()
                        .get("verified_by")
                        .asString())
                .isEqualTo("SUPERUSER");

        assertThat(root.api().get(domain.path()).status())
                .as("no member of the organisation")
                .isEqualTo(403);
        var policy = Map.of("domains", List.of(Map.of("name", name, "methods", List.of("SAML"))));
        ana.put("organisations/" + shop.organisation() + "/login-policy/", policy)
                .ok();
    }

    @Test
    void aLoginPolicyNamesProvenDomainsOnly() {
        var policy = "organisations/" + shop.organisation() + "/login-policy/";
        var named = Map.of("domains", List.of(Map.of("name", name, "methods", List.of("SAML"))));
        assertThat(ana.put(policy, named).text())
                .isEqualTo("{\"domains\":[{\"name\":[\"Prove that your organisation owns this domain before.\"]}]}");
        var domain = MailDomain.proven(ana, shop.organisation(), name);

        ana.put(policy, named).ok();

        assertThat(ana.delete(domain.path()).text())
                .isEqualTo("{\"detail\":\"The login policy names this domain. Change the policy before.\"}");
        assertThat(ana.delete(domain.path()).status()).isEqualTo(400);
        ana.put(policy, Map.of("domains", List.of())).ok();
        assertThat(ana.delete(domain.path()).status()).isEqualTo(204);
    }

    @Test
    void allOfItIsInTheLog() {
        var domain = MailDomain.proven(ana, shop.organisation(), name);
        ana.delete(domain.path());

        var told = ana.get("organisations/" + shop.organisation() + "/events/?page_size=3")
                .ok()
                .get("results");
        assertThat(told.valueStream().map(event -> event.get("summary").asString()))
                .contains("Mail domain added: " + name, "Mail domain proven: " + name, "Mail domain removed: " + name);
    }

    @Test
    void machinesDecideNothingAboutDomains() {
        var made = ana.post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "ci"));
        var key = SERVER.api()
                .with("Authorization", "Api-Key " + made.ok().get("key").asString());

        assertThat(key.get(domains).status()).isEqualTo(401);
        assertThat(key.post(domains, Map.of("name", name)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                  | {"name":["This field is required."]}
        {"name":""}         | {"name":["This field may not be blank."]}
        {"name":"10.0.0"}   | {"name":["Enter a valid domain."]}
        {"name":"test"}     | {"name":["Enter a valid domain."]}
        {"name":"a b.test"} | {"name":["Enter a valid domain."]}
        """)
    void wrongNamesAreRefused(String body, String refusal) {
        assertThat(ana.send("POST", domains, body).text()).isEqualTo(refusal);
    }

    @Test
    void aDomainIsListedOnceInAnyCase() {
        MailDomain.added(ana, shop.organisation(), name);

        assertThat(ana.post(domains, Map.of("name", name.toUpperCase(Locale.ROOT)))
                        .text())
                .isEqualTo("{\"name\":[\"This domain is listed already.\"]}");
    }
}
