package dev.flagledger.engine.state.project;

import static dev.flagledger.engine.Shop.id;
import static dev.flagledger.engine.Shop.seed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static final LedgerEvent ADDED = new WebhookAdded(
            41, WebhookOwner.environment(Shop.LIVE), WebhookSettings.of("https://hooks.example.test/one", true));

    @Test
    void aNewFeatureGetsAStateInEveryEnvironment() {
        var shop = Shop.withBasket().state();
        var createdAt = History.at(9);

        assertThat(environment(shop, Shop.LIVE).flag(Shop.BASKET).environmentDefault())
                .isEqualTo(new FeatureState(
                        105, id(105), new Setting(false, FeatureValue.of("blue")), createdAt, createdAt));
        assertThat(environment(shop, Shop.STAGING)
                        .flag(Shop.BASKET)
                        .environmentDefault()
                        .id())
                .isEqualTo(106);
    }

    @Test
    void aNewEnvironmentBeginsWithAStateForEveryFeature() {
        var history = Shop.withBasket().then(Shop.environment(9, "Test", seed(9, Shop.BASKET, 107)));

        var flag = environment(history.state(), 9).flag(Shop.BASKET);
        assertThat(flag.environmentDefault().id()).isEqualTo(107);
        assertThat(flag.environmentDefault().createdAt())
                .isEqualTo(history.last().at());
        assertThat(flag.segments()).isEmpty();
        assertThat(flag.identities()).isEmpty();
    }

    @Test
    void settingsChangeWithoutTouchingFlagsOrWebhooks() {
        var history = Shop.withBasket().then(ADDED);
        var before = environment(history.state(), Shop.LIVE);
        var settings = Shop.settings("Production", "key-5", true, true);

        var after = environment(
                history.then(new EnvironmentChanged(Shop.LIVE, settings)).state(), Shop.LIVE);
        assertThat(after.settings()).isEqualTo(settings);
        assertThat(after.flags()).isSameAs(before.flags());
        assertThat(after.webhooks()).isSameAs(before.webhooks());
    }

    @Test
    void theFirstRequestOfAnApplicationDoesNotUpdateTheEnvironment() {
        var history = Shop.withBasket();
        var before = environment(history.state(), Shop.LIVE);
        history.then(new FirstEvaluated(Shop.LIVE, "unknown"));

        var after = environment(history.state(), Shop.LIVE);
        assertThat(after.firstEvaluation())
                .isEqualTo(new Environment.Evaluation(history.last().at(), "unknown"));
        assertThat(after.updatedAt()).isEqualTo(before.updatedAt());
    }

    /** Applications can see changes of the project. */
    @Test
    void everyVisibleChangeUpdatesTheEnvironment() {
        var history = Shop.withBasket();
        var details = Shop.details("What it does", false, false);
        for (var change : List.of(
                new ProjectChanged(Shop.PROJECT, Shop.project(true)),
                new FeatureChanged(Shop.BASKET, details),
                Shop.segment(),
                Shop.feature(11, "checkout", 110, 111),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Production", "key-5")))) {
            history.then(change);

            assertThat(environment(history.state(), Shop.LIVE).updatedAt())
                    .as(change.toString())
                    .isEqualTo(history.last().at());
        }
        assertThat(environment(history.state(), Shop.STAGING).updatedAt())
                .isEqualTo(history.last().at().minusSeconds(1));
    }

    @Test
    void updateTimesIncreaseWhateverTheClocksSay() {
        var shop = Shop.withBasket();
        var before = environment(shop.state(), Shop.LIVE).updatedAt();

        assertThat(environment(shop.state().evolve(renamed(shop, before.minusMillis(300))), Shop.LIVE)
                        .updatedAt())
                .isEqualTo(before.plus(1, ChronoUnit.MICROS));
    }

    @Test
    void afterAClockWasSetBackEachChangeHasASecondOfItsOwn() {
        var shop = Shop.withBasket();
        var before = environment(shop.state(), Shop.LIVE).updatedAt();

        assertThat(environment(shop.state().evolve(renamed(shop, before.minusSeconds(3_600))), Shop.LIVE)
                        .updatedAt())
                .isEqualTo(before.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }

    private static RecordedEvent renamed(History shop, Instant at) {
        return new RecordedEvent(
                shop.events().size() + 1,
                at,
                Actor.SYSTEM,
                Origin.NONE,
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Production", "key-5")));
    }

    private static Environment environment(Installation installation, int id) {
        return installation.environment(id).orElseThrow();
    }
}
