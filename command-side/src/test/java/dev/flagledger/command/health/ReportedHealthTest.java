package dev.flagledger.command.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedHealthTest {

    private final Project shop = Shop.withBasket().state().project(Shop.PROJECT).orElseThrow();

    @Test
    void namesBecomeIds() {
        assertThat(said("basket_v2", "Staging").resolve(shop, 61))
                .contains(new HealthReport(61, Shop.BASKET, Shop.STAGING, "alert-1", Status.UNHEALTHY, null));
        assertThat(said("basket_v2", null).resolve(shop, 61))
                .contains(new HealthReport(61, Shop.BASKET, null, "alert-1", Status.UNHEALTHY, null));
    }

    @ParameterizedTest
    @CsvSource({"unheard_of,", "BASKET_V2,", "basket_v2, Moon", "unheard_of, Live"})
    void whatTheProjectDoesNotHaveIsPassedOver(String feature, @Nullable String environment) {
        assertThat(said(feature, environment).resolve(shop, 61)).isEmpty();
    }

    private static ReportedHealth said(String feature, @Nullable String environment) {
        return new ReportedHealth(feature, environment, "alert-1", Status.UNHEALTHY, null);
    }
}
