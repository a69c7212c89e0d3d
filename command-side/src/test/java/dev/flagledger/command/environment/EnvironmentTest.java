package dev.flagledger.command.environment;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.AddWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveWebhook;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.environment.EnvironmentSettings;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static final String URL = "https://hooks.example.test/flags";
    private static final EnvironmentSettings LIVE = settings("Live", false);
    private static final EnvironmentSettings DISCREET = settings("Live", true);
    private static final EnvironmentCreated CREATED = new EnvironmentCreated(4, new UUID(0, 4), 3, LIVE, List.of());
    private static final WebhookAdded ADDED = new WebhookAdded(4, 41, URL, true);

    private final FixtureConfiguration<Environment> fixture = new AggregateTestFixture<>(Environment.class);

    @Test
    void itsSettingsChange() {
        fixture.given(CREATED)
                .when(new ChangeEnvironment(4, 3, DISCREET))
                .expectEvents(new EnvironmentChanged(4, DISCREET));
    }

    /** Rights and names are looked up where the command says; it must not say something else than is so. */
    @Test
    void anEnvironmentIsOfNoOtherProject() {
        fixture.given(CREATED)
                .when(new ChangeEnvironment(4, 99, DISCREET))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Environment").toString());
    }

    @Test
    void theSameSettingsAgainAreNoChange() {
        fixture.given(CREATED)
                .when(new ChangeEnvironment(4, 3, LIVE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, new EnvironmentChanged(4, DISCREET))
                .when(new ChangeEnvironment(4, 3, DISCREET))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReceiverIsAdded() {
        fixture.given(CREATED).when(new AddWebhook(4, 41, URL, true)).expectEvents(ADDED);
    }

    @Test
    void twoReceiversMayHaveOneAddress() {
        fixture.given(CREATED, ADDED)
                .when(new AddWebhook(4, 42, URL, true))
                .expectEvents(new WebhookAdded(4, 42, URL, true));
    }

    @Test
    void aReceiverChanges() {
        fixture.given(CREATED, ADDED)
                .when(new ChangeWebhook(4, 41, URL, false, false))
                .expectEvents(new WebhookChanged(4, 41, URL, false, false));
    }

    @Test
    void aNewSecretIsAChangeByItself() {
        fixture.given(CREATED, ADDED)
                .when(new ChangeWebhook(4, 41, URL, true, true))
                .expectEvents(new WebhookChanged(4, 41, URL, true, true));
    }

    @Test
    void theSameReceiverAgainIsNoChange() {
        fixture.given(CREATED, ADDED)
                .when(new ChangeWebhook(4, 41, URL, true, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, ADDED, new WebhookChanged(4, 41, URL, false, true))
                .when(new ChangeWebhook(4, 41, URL, false, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReceiverIsRemoved() {
        fixture.given(CREATED, ADDED).when(new RemoveWebhook(4, 41)).expectEvents(new WebhookRemoved(4, 41));
    }

    @Test
    void aReceiverThatIsNotThereCannotChangeOrBeRemoved() {
        var missing = new Rejection.Missing("Webhook").toString();

        fixture.given(CREATED)
                .when(new ChangeWebhook(4, 41, URL, true, false))
                .expectException(Rejected.class)
                .expectExceptionMessage(missing);
        fixture.given(CREATED, ADDED, new WebhookRemoved(4, 41))
                .when(new ChangeWebhook(4, 41, URL, true, true))
                .expectException(Rejected.class)
                .expectExceptionMessage(missing);
        fixture.given(CREATED, ADDED, new WebhookRemoved(4, 41))
                .when(new RemoveWebhook(4, 41))
                .expectException(Rejected.class)
                .expectExceptionMessage(missing);
    }

    private static EnvironmentSettings settings(String name, boolean hideSensitiveData) {
        return new EnvironmentSettings(name, "key", null, null, true, null, null, null, true, hideSensitiveData, true);
    }
}
