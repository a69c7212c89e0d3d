package dev.flagledger.webhook.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.endpoint.Endpoint;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.testing.TestEndpoints;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReceiversTest {

    private static final String URL = "https://one.test/hook";
    private static final WebhookAdded LIVE =
            new WebhookAdded(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true));
    private static final WebhookAdded STAGING =
            new WebhookAdded(42, WebhookOwner.environment(Shop.STAGING), WebhookSettings.of(URL, true));

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final EndpointTable endpoints = new EndpointTable(JdbcClient.create(database.dataSource()));
    private final Receivers receivers = new Receivers(endpoints);
    private final History history = Shop.withBasket();

    @BeforeEach
    void followBoth() {
        follow(LIVE, STAGING);
    }

    @Test
    void theTableFollowsTheLifeOfAWebhook() {
        assertThat(enabledIn(Shop.LIVE)).containsExactly(TestEndpoints.endpoint(41, Shop.LIVE, URL, true));

        follow(new WebhookChanged(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, false), false));
        assertThat(enabledIn(Shop.LIVE)).isEmpty();

        follow(new WebhookRemoved(42, WebhookOwner.environment(Shop.STAGING)));
        assertThat(enabledIn(Shop.STAGING)).isEmpty();
    }

    @Test
    void theWebhookForIdentitiesIsTheConcernOfThoseWhoEvaluate() {
        var identities = WebhookOwner.identities(Shop.LIVE);
        follow(
                new WebhookAdded(43, identities, WebhookSettings.of(URL, true)),
                new WebhookChanged(43, identities, WebhookSettings.of(URL, true), true));

        assertThat(endpoints.find(43)).isEmpty();
        assertThat(enabledIn(Shop.LIVE)).hasSize(1);
    }

    /** The event that added it was skipped while its project was withheld. */
    @Test
    void aWebhookWhoseCreationWasSkippedIsAddedByItsNextChange() {
        endpoints.remove(41);
        endpoints.remove(42);

        follow(
                new WebhookChanged(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true), false),
                new WebhookRemoved(42, WebhookOwner.environment(Shop.STAGING)));

        assertThat(enabledIn(Shop.LIVE)).containsExactly(TestEndpoints.endpoint(41, Shop.LIVE, URL, true));
        assertThat(enabledIn(Shop.STAGING)).isEmpty();
    }

    @Test
    void webhooksAreDeletedWithTheirEnvironment() {
        follow(new EnvironmentDeleted(Shop.LIVE));

        assertThat(enabledIn(Shop.LIVE)).isEmpty();
        assertThat(enabledIn(Shop.STAGING)).hasSize(1);
    }

    @Test
    void webhooksAreDeletedWithTheirProjectAndLaterEventsAddNone() {
        follow(new ProjectDeleted(Shop.PROJECT));
        assertThat(enabledIn(Shop.LIVE)).isEmpty();
        assertThat(enabledIn(Shop.STAGING)).isEmpty();

        follow(
                new WebhookChanged(41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true), false),
                new WebhookRemoved(42, WebhookOwner.environment(Shop.STAGING)),
                new WebhookAdded(43, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of(URL, true)));
        assertThat(enabledIn(Shop.LIVE)).isEmpty();
    }

    @Test
    void webhooksAreDeletedWithTheirOrganisation() {
        var acme = WebhookOwner.organisation(Shop.ORGANISATION);
        follow(new WebhookAdded(43, acme, WebhookSettings.of(URL, true)));
        assertThat(TestEndpoints.enabledOf(acme, database))
                .extracting(Endpoint::id)
                .containsExactly(43);

        follow(new OrganisationDeleted(Shop.ORGANISATION));
        assertThat(TestEndpoints.enabledOf(acme, database)).isEmpty();
    }

    private void follow(LedgerEvent... events) {
        for (var event : events) {
            history.then(event);
            var last = history.last();
            receivers
                    .changed(new Step<>(
                            history.before(),
                            new Recorded(last.position(), last.at(), last.actor(), last.origin(), last.event()),
                            history.state()))
                    .ifPresent(Runnable::run);
        }
    }

    private List<Endpoint> enabledIn(int environmentId) {
        return TestEndpoints.enabledIn(environmentId, database);
    }
}
