package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.environment.MetricsView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsViewTest {

    private final History history = Shop.withBasket()
            .then(
                    Shop.feature(20, "search", 205, 206),
                    Shop.set(true, FeatureValue.NONE),
                    Shop.segment(),
                    Shop.overriddenForSegment(true, FeatureValue.NONE),
                    Shop.segment(21, "others", null),
                    Shop.placed(21, 1),
                    Shop.overriddenForIdentity(true, FeatureValue.NONE));

    @Test
    void metricsCountTheObjectsOfOneEnvironment() {
        assertThat(figures())
                .isEqualTo(Map.of(
                        "total_features", 2, "enabled_features", 1, "segment_overrides", 1, "identity_overrides", 1));
    }

    @Test
    void archivedFeaturesAreNotCounted() {
        history.then(new FeatureChanged(Shop.BASKET, Shop.details(null, true, false)));

        assertThat(figures())
                .isEqualTo(Map.of(
                        "total_features", 1, "enabled_features", 0, "segment_overrides", 0, "identity_overrides", 0));
    }

    @Test
    void changeRequestsAreCountedIfApprovalsAreRequired() {
        history.then(new EnvironmentChanged(
                Shop.LIVE,
                new EnvironmentSettings(
                        "Live", "key-5", null, 1, true, null, null, null, true, false, true, List.of())));

        assertThat(figures()).containsEntry("open_change_requests", 0).containsEntry("total_scheduled_changes", 0);
    }

    private Map<String, Integer> figures() {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return MetricsView.of(project, project.environment(Shop.LIVE)).metrics().stream()
                .collect(Collectors.toMap(MetricsView.MetricView::name, MetricsView.MetricView::value));
    }
}
