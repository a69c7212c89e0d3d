package dev.flagledger.contract.view.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.api.health.ProviderKind;
import dev.flagledger.contract.view.Wire;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthEventViewTest {

    private static final HealthReason SLOW = new HealthReason(
            List.of(new TextBlock("Latency", "slow")), List.of(new UrlBlock(null, "https://graphs.example.test/")));

    private final History history = Shop.withBasket().then(added(ProviderKind.WEBHOOK));

    @Test
    void aReportIsShown() {
        history.then(new HealthChanged(
                Shop.PROJECT,
                ProviderKind.WEBHOOK,
                new HealthReport(61, Shop.BASKET, Shop.LIVE, null, Status.UNHEALTHY, SLOW)));

        assertThat(Wire.json(HealthEventView.all(
                        history.state().project(Shop.PROJECT).orElseThrow())))
                .isEqualTo(Wire.parse("""
                        [{'id':61,'created_at':'2031-01-01T00:00:11.120000Z','environment':%d,'feature':%d,
                          'provider_name':'Webhook','type':'UNHEALTHY',
                          'reason':{'text_blocks':[{'title':'Latency','text':'slow'}],
                                    'url_blocks':[{'title':null,'url':'https://graphs.example.test/'}]}}]
                        """.formatted(Shop.LIVE, Shop.BASKET)));
    }

    @Test
    void theLastReportPerFeatureEnvironmentAndProviderCounts() {
        history.then(
                added(ProviderKind.GRAFANA),
                report(ProviderKind.WEBHOOK, 61, null, Status.UNHEALTHY),
                report(ProviderKind.WEBHOOK, 62, Shop.LIVE, Status.UNHEALTHY),
                report(ProviderKind.GRAFANA, 63, null, Status.UNHEALTHY),
                report(ProviderKind.WEBHOOK, 64, null, Status.HEALTHY));

        assertThat(ids()).containsExactly(64, 63, 62);
    }

    @Test
    void aReportIsDeletedWithItsFeatureOrProvider() {
        var report = report(ProviderKind.WEBHOOK, 61, Shop.LIVE, Status.UNHEALTHY);
        for (LedgerEvent end : List.of(
                new FeatureDeleted(Shop.BASKET),
                new EnvironmentDeleted(Shop.LIVE),
                new ProviderRemoved(Shop.PROJECT, ProviderKind.WEBHOOK))) {
            var ended = Shop.withBasket().then(added(ProviderKind.WEBHOOK), report, end);
            assertThat(HealthEventView.all(ended.state().project(Shop.PROJECT).orElseThrow()))
                    .as(end.toString())
                    .isEmpty();
        }
    }

    @Test
    void reportsAboutADeletedFeatureAreIgnored() {
        history.then(new FeatureDeleted(Shop.BASKET), report(ProviderKind.WEBHOOK, 61, null, Status.UNHEALTHY));

        assertThat(ids()).isEmpty();
    }

    private Stream<Integer> ids() {
        return HealthEventView.all(history.state().project(Shop.PROJECT).orElseThrow()).stream()
                .map(HealthEventView::id);
    }

    private static ProviderAdded added(ProviderKind kind) {
        return new ProviderAdded(Shop.PROJECT, kind, Shop.id(60));
    }

    private static HealthChanged report(ProviderKind kind, int id, @Nullable Integer environment, Status status) {
        return new HealthChanged(
                Shop.PROJECT, kind, new HealthReport(id, Shop.BASKET, environment, null, status, null));
    }
}
