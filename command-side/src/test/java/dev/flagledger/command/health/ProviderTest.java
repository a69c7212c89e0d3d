package dev.flagledger.command.health;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.health.HealthCommand.AddProvider;
import dev.flagledger.api.health.HealthCommand.DismissReport;
import dev.flagledger.api.health.HealthCommand.RemoveProvider;
import dev.flagledger.api.health.HealthCommand.ReportHealth;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.api.health.ProviderKind;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ProviderTest {

    private static final ProviderKind KIND = ProviderKind.WEBHOOK;
    private static final UUID ID = new UUID(0, 60);
    private static final UUID OTHER = new UUID(0, 61);
    private static final ProviderAdded ADDED = new ProviderAdded(7, KIND, ID);
    private static final ProviderRemoved REMOVED = new ProviderRemoved(7, KIND);
    private static final HealthChanged ILL = changed(81, Status.UNHEALTHY);
    private static final String NO_PROVIDER = new Rejection.Missing("FeatureHealthProvider").toString();

    private final FixtureConfiguration<Provider> fixture = new AggregateTestFixture<>(Provider.class);

    @Test
    void aProviderIsAddedOnceAndAgainAfterItWasRemoved() {
        fixture.givenNoPriorActivity().when(new AddProvider(7, KIND, ID)).expectEvents(ADDED);
        fixture.given(ADDED)
                .when(new AddProvider(7, KIND, OTHER))
                .expectExceptionMessage(new Rejection.Invalid(Rule.HEALTH_PROVIDER).toString());
        fixture.given(ADDED).when(new RemoveProvider(7, KIND)).expectEvents(REMOVED);
        fixture.given(ADDED, REMOVED).when(new RemoveProvider(7, KIND)).expectExceptionMessage(NO_PROVIDER);
        fixture.given(ADDED, REMOVED)
                .when(new AddProvider(7, KIND, OTHER))
                .expectEvents(new ProviderAdded(7, KIND, OTHER));
    }

    @Test
    void onlyChangedReportsAreRecorded() {
        fixture.given(ADDED).when(reported(ILL)).expectEvents(ILL);
        fixture.given(ADDED, ILL).when(reported(changed(82, Status.UNHEALTHY))).expectNoEvents();
        fixture.given(ADDED, ILL).when(reported(changed(82, Status.HEALTHY))).expectEvents(changed(82, Status.HEALTHY));
        fixture.given(ADDED, ILL, REMOVED, ADDED).when(reported(ILL)).expectEvents(ILL);
    }

    @Test
    void aRemovedProviderCannotReport() {
        fixture.given(ADDED, REMOVED).when(reported(ILL)).expectExceptionMessage(NO_PROVIDER);
        fixture.given(ADDED, REMOVED, new ProviderAdded(7, KIND, OTHER))
                .when(reported(ILL))
                .expectExceptionMessage(NO_PROVIDER);
    }

    @Test
    void aReportIsDismissedOnce() {
        fixture.given(ADDED, ILL).when(new DismissReport(7, KIND, 81, 82)).expectEvents(changed(82, Status.HEALTHY));
        fixture.given(ADDED, changed(82, Status.HEALTHY))
                .when(new DismissReport(7, KIND, 82, 83))
                .expectNoEvents();
        fixture.given(ADDED, ILL)
                .when(new DismissReport(7, KIND, 80, 82))
                .expectExceptionMessage(new Rejection.Missing("FeatureHealthEvent").toString());
    }

    private static HealthChanged changed(int id, Status status) {
        return new HealthChanged(7, KIND, new HealthReport(id, 901, null, null, status, null));
    }

    private static ReportHealth reported(HealthChanged change) {
        return new ReportHealth(7, KIND, ID, List.of(change.report()));
    }
}
