package dev.flagledger.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.testing.TestEndpoints;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EndpointTableTest {

    private static final Endpoint FIRST = TestEndpoints.endpoint(41, 14, "https://one.test/hook", true);
    private static final Endpoint SECOND = TestEndpoints.endpoint(42, 14, "https://two.test/hook", true);

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final EndpointTable endpoints = new EndpointTable(JdbcClient.create(database.dataSource()));

    @BeforeEach
    void putSome() {
        endpoints.put(SECOND);
        endpoints.put(FIRST);
    }

    @Test
    void enabledWebhooksOfAnEnvironmentAreListedById() {
        endpoints.put(TestEndpoints.endpoint(43, 14, "https://three.test/hook", false));
        endpoints.put(TestEndpoints.endpoint(44, 15, "https://four.test/hook", true));

        assertThat(enabledIn(14)).containsExactly(FIRST, SECOND);
        assertThat(enabledIn(16)).isEmpty();
    }

    @Test
    void aChangeReplacesEverythingButTheId() {
        endpoints.put(TestEndpoints.endpoint(41, 14, "https://one.test/moved", true));
        endpoints.put(TestEndpoints.endpoint(42, 15, "https://two.test/hook", true));
        assertThat(enabledIn(14)).containsExactly(TestEndpoints.endpoint(41, 14, "https://one.test/moved", true));

        endpoints.put(TestEndpoints.endpoint(41, 14, "https://one.test/moved", false));
        assertThat(enabledIn(14)).isEmpty();
    }

    @Test
    void aRemovedWebhookIsDeleted() {
        endpoints.remove(41);

        assertThat(enabledIn(14)).containsExactly(SECOND);
    }

    @Test
    void allWebhooksOfAnEnvironmentAreDeletedIfThereAreAny() {
        endpoints.put(TestEndpoints.endpoint(44, 15, "https://four.test/hook", true));

        endpoints.removeAllOf(WebhookOwner.environment(14));
        endpoints.removeAllOf(WebhookOwner.environment(14));

        assertThat(enabledIn(14)).isEmpty();
        assertThat(enabledIn(15)).hasSize(1);
    }

    @Test
    void addingAWebhookAgainReplacesIt() {
        endpoints.put(TestEndpoints.endpoint(41, 14, "https://one.test/moved", false));

        endpoints.put(FIRST);

        assertThat(enabledIn(14)).containsExactly(FIRST, SECOND);
    }

    @Test
    void removingAnUnknownWebhookDoesNothing() {
        endpoints.remove(99);

        assertThat(enabledIn(14)).containsExactly(FIRST, SECOND);
    }

    @Test
    void anOrganisationWithTheIdOfAnEnvironmentIsAnotherOwner() {
        var acme = WebhookOwner.organisation(14);
        var audited = new Endpoint(
                45,
                acme,
                new WebhookSettings(
                        "https://audit.test/hook",
                        true,
                        PayloadForm.CURRENT,
                        DeliveryOrder.STRICT,
                        List.of(),
                        SigningScheme.HMAC));
        endpoints.put(audited);
        assertThat(TestEndpoints.enabledOf(acme, database)).containsExactly(audited);

        endpoints.removeAllOf(acme);
        assertThat(TestEndpoints.enabledOf(acme, database)).isEmpty();
        assertThat(enabledIn(14)).containsExactly(FIRST, SECOND);
    }

    @Test
    void theOwnerOfAWebhookIsFound() {
        assertThat(endpoints.find(41)).hasValueSatisfying(target -> {
            assertThat(target.owner()).isEqualTo(WebhookOwner.environment(14));
            assertThat(target.url()).isEqualTo("https://one.test/hook");
        });
        assertThat(endpoints.find(99)).isEmpty();
    }

    @Test
    void eachWriteHasANumberOfItsOwn() {
        var before = revision();
        endpoints.put(FIRST);
        assertThat(revision()).isGreaterThan(before);
    }

    @Test
    void aPausedReceiverIsProbedAtOnceAfterAWrite() {
        var jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("insert into webhook.webhook_circuit values (41, 9, now(), now()), (42, 9, now(), now())")
                .update();

        endpoints.put(FIRST);

        assertThat(jdbc.sql(
                                "select webhook_id from webhook.webhook_circuit where not_before is null and open_since is not null")
                        .query(Integer.class)
                        .list())
                .containsExactly(41);
    }

    @Test
    void aReceiverIsNotTakenForGoneOnceItsWebhookIsEnabled() {
        var jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("insert into webhook.webhook_circuit values (41, 0, null, now(), now())")
                .update();

        endpoints.put(TestEndpoints.endpoint(41, 14, "https://one.test/hook", false));
        assertThat(gone(jdbc)).isEqualTo(1);

        endpoints.put(FIRST);
        assertThat(gone(jdbc)).isZero();
    }

    private static int gone(JdbcClient jdbc) {
        return jdbc.sql("select count(gone_since) from webhook.webhook_circuit")
                .query(Integer.class)
                .single();
    }

    private long revision() {
        return JdbcClient.create(database.dataSource())
                .sql("select revision from webhook.webhook_endpoint where id = 41")
                .query(Long.class)
                .single();
    }

    private List<Endpoint> enabledIn(int environmentId) {
        return TestEndpoints.enabledIn(environmentId, database);
    }
}
