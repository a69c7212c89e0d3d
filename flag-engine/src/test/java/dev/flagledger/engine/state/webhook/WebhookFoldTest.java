package dev.flagledger.engine.state.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.OwnedWebhooks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookFoldTest {

    private static final WebhookOwner ACME = WebhookOwner.organisation(Shop.ORGANISATION);
    private static final WebhookOwner LIVE = WebhookOwner.environment(Shop.LIVE);
    private static final WebhookSettings ON = WebhookSettings.of("https://hooks.example.test/one", true);

    private final History history = Shop.withBasket();

    private static final WebhookOwner IDENTITIES = WebhookOwner.identities(Shop.LIVE);

    static List<WebhookOwner> owners() {
        return List.of(ACME, LIVE, IDENTITIES);
    }

    static List<WebhookOwner> ownersOfMany() {
        return List.of(ACME, LIVE);
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aWebhookIsAddedChangedAndRemoved(WebhookOwner owner) {
        var addedAt = history.then(new WebhookAdded(41, owner, ON)).last().at();
        assertThat(webhooks(owner)).containsExactly(new Webhook(41, owner, ON, addedAt, addedAt));

        var moved = ON.with("https://hooks.example.test/two", false);
        history.then(new WebhookChanged(41, owner, moved, true));
        assertThat(webhooks(owner))
                .containsExactly(
                        new Webhook(41, owner, moved, addedAt, history.last().at()));

        history.then(new WebhookRemoved(41, owner));
        assertThat(webhooks(owner)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ownersOfMany")
    void webhooksAreListedInTheOrderOfTheirIds(WebhookOwner owner) {
        history.then(new WebhookAdded(43, owner, ON), new WebhookAdded(41, owner, ON), new WebhookAdded(42, owner, ON));

        assertThat(webhooks(owner)).extracting(Webhook::id).containsExactly(41, 42, 43);
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aWebhookThatWasNeverAddedCannotChange(WebhookOwner owner) {
        assertThatThrownBy(() -> history.then(new WebhookChanged(41, owner, ON, false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("webhook 41");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void webhooksEndWithTheirOwner(WebhookOwner owner) {
        history.then(new WebhookAdded(43, owner, ON), new OrganisationDeleted(Shop.ORGANISATION));

        assertThat(webhooks(owner)).isEmpty();
    }

    @Test
    void anEnvironmentAndAnOrganisationWithTheSameIdAreDifferentOwners() {
        history.then(new WebhookAdded(43, WebhookOwner.organisation(Shop.ORGANISATION), ON));

        assertThat(webhooks(WebhookOwner.environment(Shop.ORGANISATION))).isEmpty();
    }

    @Test
    void theWebhookForIdentitiesIsNoneOfThoseOfTheEnvironment() {
        history.then(new WebhookAdded(43, IDENTITIES, ON), new WebhookAdded(44, LIVE, ON));

        assertThat(webhooks(LIVE)).extracting(Webhook::id).containsExactly(44);
        assertThat(webhooks(IDENTITIES)).extracting(Webhook::id).containsExactly(43);
        assertThat(history.state()
                        .environment(Shop.LIVE)
                        .orElseThrow()
                        .webhooks()
                        .ids())
                .containsExactly(44, 43);
    }

    private Iterable<Webhook> webhooks(WebhookOwner owner) {
        return OwnedWebhooks.of(history.state(), owner).values();
    }
}
