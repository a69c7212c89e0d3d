package dev.flagledger.command.webhook;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.api.webhook.WebhookCommand.AddWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookCommand.PauseWebhook;
import dev.flagledger.api.webhook.WebhookCommand.RedeliverMessages;
import dev.flagledger.api.webhook.WebhookCommand.RemoveWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ResumeWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookTest {

    private static final WebhookOwner LIVE = WebhookOwner.environment(4);
    private static final WebhookSettings ON = WebhookSettings.of("https://hooks.example.test/flags", true);
    private static final WebhookSettings OFF = ON.with(ON.url(), false);
    private static final WebhookAdded ADDED = new WebhookAdded(41, LIVE, ON);

    private final FixtureConfiguration<Webhook> fixture = new AggregateTestFixture<>(Webhook.class);

    @Test
    void itIsAddedChangedAndRemoved() {
        fixture.givenNoPriorActivity().when(new AddWebhook(41, LIVE, ON)).expectEvents(ADDED);
        fixture.given(ADDED).when(change(ON, OFF, false)).expectEvents(new WebhookChanged(41, LIVE, OFF, false));
        fixture.given(ADDED)
                .when(new RemoveWebhook(41, LIVE))
                .expectEvents(new WebhookRemoved(41, LIVE))
                .expectMarkedDeleted();
    }

    @Test
    void itsMessagesAreDeliveredAgain() {
        var messages = MessageSelection.range(40, 90);
        fixture.given(ADDED)
                .when(new RedeliverMessages(41, LIVE, messages))
                .expectEvents(new MessagesRedelivered(41, LIVE, messages));
    }

    @Test
    void aPauseAndItsEndAreRecordedOnce() {
        var paused = new WebhookPaused(41, LIVE);
        var resumed = new WebhookResumed(41, LIVE);
        fixture.given(ADDED).when(new PauseWebhook(41, LIVE)).expectEvents(paused);
        fixture.given(ADDED, paused).when(new PauseWebhook(41, LIVE)).expectNoEvents();
        fixture.given(ADDED, paused).when(new ResumeWebhook(41, LIVE)).expectEvents(resumed);
        fixture.given(ADDED, paused, resumed).when(new ResumeWebhook(41, LIVE)).expectNoEvents();
        fixture.given(ADDED, paused, resumed).when(new PauseWebhook(41, LIVE)).expectEvents(paused);
    }

    @Test
    void aNewSecretIsAChangeByItself() {
        fixture.given(ADDED).when(change(ON, ON, true)).expectEvents(new WebhookChanged(41, LIVE, ON, true));
    }

    @Test
    void theSameSettingsAgainAreNoChange() {
        fixture.given(ADDED).when(change(ON, ON, false)).expectNoEvents();
        fixture.given(ADDED, new WebhookChanged(41, LIVE, OFF, true))
                .when(change(ON, OFF, false))
                .expectNoEvents();
    }

    /** One request changes the URL while another one changes the order. */
    @Test
    void changesOfDifferentSettingsAreMerged() {
        var moved = ON.with("https://hooks.example.test/moved", true);
        fixture.given(ADDED, new WebhookChanged(41, LIVE, moved, false))
                .when(change(ON, strict(ON), false))
                .expectEvents(new WebhookChanged(41, LIVE, strict(moved), false));
    }

    static List<WebhookCommand> ofAnotherOwner() {
        var acme = WebhookOwner.organisation(4);
        return List.of(
                new ChangeWebhook(41, acme, new Edit<>(ON, OFF), true),
                new RemoveWebhook(41, acme),
                new PauseWebhook(41, acme),
                new ResumeWebhook(41, acme),
                new RedeliverMessages(41, acme, MessageSelection.range(1, 1)),
                new RemoveWebhook(41, WebhookOwner.environment(5)));
    }

    /** Permissions are checked for the owner that the command names, so it must be the actual one. */
    @ParameterizedTest
    @MethodSource("ofAnotherOwner")
    void aCommandForAnotherOwnerIsRejected(WebhookCommand command) {
        fixture.given(ADDED)
                .when(command)
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Webhook").toString());
    }

    private static ChangeWebhook change(WebhookSettings seen, WebhookSettings wanted, boolean secretChanged) {
        return new ChangeWebhook(41, LIVE, new Edit<>(seen, wanted), secretChanged);
    }

    private static WebhookSettings strict(WebhookSettings settings) {
        return new WebhookSettings(
                settings.url(), true, PayloadForm.CURRENT, DeliveryOrder.STRICT, List.of(), SigningScheme.HMAC);
    }
}
