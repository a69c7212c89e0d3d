package dev.flagledger.contract.audit.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.api.health.ProviderKind;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObjectType;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthLinesTest {

    private static final ProviderKind KIND = ProviderKind.WEBHOOK;

    private final History history = Shop.withBasket().then(new ProviderAdded(Shop.PROJECT, KIND, Shop.id(60)));

    @Test
    void aHealthProviderHasALine() {
        assertThat(Lines.line(history).log()).startsWith("Health provider Webhook set up for project ");
        assertThat(Lines.about(Lines.line(history)))
                .isEqualTo(new RelatedObject(RelatedObjectType.FEATURE_HEALTH, null, Shop.id(60)));

        history.then(new ProviderRemoved(Shop.PROJECT, KIND));
        assertThat(Lines.line(history).log()).startsWith("Health provider Webhook removed from project ");
    }

    @Test
    void aHealthReportHasALineWithItsReason() {
        history.then(report(null, Status.HEALTHY, null));
        assertThat(Lines.line(history).log())
                .isEqualTo("Health status changed to HEALTHY for feature basket_v2.\n\nProvided by Webhook");
        assertThat(Lines.line(history).place().environmentId()).isNull();

        var reason = new HealthReason(
                List.of(new TextBlock("Latency", "slow"), new TextBlock(null, "very")),
                List.of(new UrlBlock(null, "https://graphs.example.test/")));
        history.then(report(Shop.LIVE, Status.UNHEALTHY, reason));
        assertThat(Lines.line(history).log())
                .isEqualTo("Health status changed to UNHEALTHY for feature basket_v2 in environment Live."
                        + "\n\nProvided by Webhook\n\nReason:\nLatency: slow\nvery\nhttps://graphs.example.test/");
        assertThat(Lines.line(history).place().environmentId()).isEqualTo(Shop.LIVE);
        assertThat(Lines.about(Lines.line(history)))
                .isEqualTo(new RelatedObject(RelatedObjectType.FEATURE_HEALTH, 61, Shop.id(60)));
    }

    @Test
    void aReportAboutADeletedFeatureHasNoLine() {
        history.then(new FeatureDeleted(Shop.BASKET), report(null, Status.UNHEALTHY, null));

        assertThat(Lines.of(history)).isEmpty();
    }

    private static HealthChanged report(@Nullable Integer environment, Status status, @Nullable HealthReason reason) {
        return new HealthChanged(
                Shop.PROJECT, KIND, new HealthReport(61, Shop.BASKET, environment, null, status, reason));
    }
}
