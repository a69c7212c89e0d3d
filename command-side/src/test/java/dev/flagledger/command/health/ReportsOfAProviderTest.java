package dev.flagledger.command.health;

import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.health.HealthCommand.DismissReport;
import dev.flagledger.api.health.HealthCommand.ReportHealth;
import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.api.health.ProviderKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which reports replace earlier ones. */
class ReportsOfAProviderTest {

    private static final UUID ID = new UUID(0, 60);
    private static final ProviderAdded ADDED = new ProviderAdded(7, ProviderKind.GRAFANA, ID);
    private static final HealthReport ILL = report(901, null, null, "slow");

    private final FixtureConfiguration<Provider> fixture = new AggregateTestFixture<>(Provider.class);

    static Stream<HealthReport> others() {
        return Stream.of(
                report(902, null, null, "slow"),
                report(901, 4, null, "slow"),
                report(901, null, "alert-1", "slow"),
                report(901, null, null, "very slow"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherFeatureEnvironmentSourceOrReasonIsNews(HealthReport other) {
        fixture.given(ADDED, changed(ILL)).when(reported(other)).expectEvents(changed(other));
    }

    @Test
    void ofSeveralReportsOnlyThoseThatAreNewsAreRecorded() {
        var other = report(902, null, null, "slow");

        fixture.given(ADDED, changed(ILL)).when(reported(ILL, other, other)).expectEvents(changed(other));
    }

    @Test
    void whatIsTakenBackIsTakenBackForItsSourceAlone() {
        var other = report(901, null, "alert-1", "slow");
        var healthy = new HealthReport(99, 901, null, "alert-1", Status.HEALTHY, null);

        fixture.given(ADDED, changed(ILL), changed(other))
                .when(new DismissReport(7, ProviderKind.GRAFANA, other.id(), 99))
                .expectEvents(changed(healthy));
        fixture.given(ADDED, changed(ILL), changed(other), changed(healthy))
                .when(reported(ILL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static HealthChanged changed(HealthReport report) {
        return new HealthChanged(7, ProviderKind.GRAFANA, report);
    }

    private static ReportHealth reported(HealthReport... reports) {
        return new ReportHealth(7, ProviderKind.GRAFANA, ID, List.of(reports));
    }

    private static HealthReport report(
            int feature, @Nullable Integer environment, @Nullable String source, String reason) {
        var why = new HealthReason(List.of(new TextBlock(null, reason)), List.of());
        int id = 81 + feature + (environment == null ? 0 : environment) + (source == null ? 0 : 50);
        return new HealthReport(id, feature, environment, source, Status.UNHEALTHY, why);
    }
}
