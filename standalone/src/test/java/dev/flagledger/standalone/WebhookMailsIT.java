package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.Receiver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners of webhooks are told by mail that one is paused or was disabled, once, if their organisation has an address for it. */
class WebhookMailsIT {

    private static final MailServer MAILS = MailServer.start();
    private static final TestServer SERVER =
            MAILS.server(Map.of("flagledger.webhook.retry-delays", "10ms,10ms,10ms,10ms,10ms,10ms,10ms,1h"));

    private final Shop shop = Shop.in(SERVER);
    private final String state = shop.stateOf(shop.feature(Map.of("name", "basket")));
    private final AtomicInteger status = new AtomicInteger();
    private final String address = "ops-" + shop.organisation() + "@ex.test";

    @AfterAll
    static void stop() {
        SERVER.close();
        MAILS.close();
    }

    @BeforeEach
    void setTheAddress() {
        var answer = shop.ana()
                .patch("organisations/" + shop.organisation() + "/", Map.of("webhook_notification_email", address));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void eachPauseIsToldOnceWithWhatItsOwnerMustKnow() {
        try (var receiver = receiver()) {
            status.set(500);
            shop.webhook(Map.of("url", receiver.url() + "?token=s3cret", "secret", "hush"));

            toggle(true);
            var first = mails(1).getFirst();
            assertThat(first)
                    .contains("Organisation: Acme", "Project: Shop", "Environment: Staging", "Last status: HTTP 500")
                    .contains("URL: " + receiver.url() + "?token=(hidden)")
                    .containsPattern("Since: 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC")
                    .doesNotContain("s3cret", "hush", "basket");

            status.set(200);
            awaitEvents("webhook.resumed", 1);
            status.set(500);
            toggle(false);
            awaitEvents("webhook.paused", 2);

            assertThat(mails(2)).as("one for each pause").hasSize(2);
        }
    }

    @Test
    void aWebhookThatIsDisabledSinceItsReceiverIsGoneIsTold() {
        try (var receiver = receiver()) {
            status.set(410);
            shop.webhook(Map.of("url", receiver.url()));

            toggle(true);

            assertThat(mails(1).getFirst())
                    .contains("A webhook was disabled", "URL: " + receiver.url(), "Last status: HTTP 410");
            assertThat(shop.ana()
                            .get(shop.webhooks())
                            .ok()
                            .get(0)
                            .get("enabled")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void theWebhookOfAnOrganisationNamesItAlone() {
        try (var receiver = receiver()) {
            status.set(500);
            var webhooks = "organisations/" + shop.organisation() + "/webhooks/";
            assertThat(shop.ana().post(webhooks, Map.of("url", receiver.url())).status())
                    .isEqualTo(201);

            toggle(true);

            assertThat(mails(1).getFirst()).contains("Organisation: Acme").doesNotContain("Project:", "Environment:");
        }
    }

    @Test
    void withoutAnAddressNobodyIsTold() {
        var reset = shop.ana()
                .patch("organisations/" + shop.organisation() + "/", Map.of("webhook_notification_email", ""));
        assertThat(reset.status()).isEqualTo(200);
        try (var receiver = receiver()) {
            status.set(500);
            shop.webhook(Map.of("url", receiver.url()));

            toggle(true);
            awaitEvents("webhook.paused", 1);

            // Another mail that is queued later has been sent.
            var later = KnownPerson.on(SERVER).email();
            SERVER.api().post("auth/users/reset_password/", Map.of("email", later));
            await().until(() -> !MAILS.texts(later).isEmpty());
            assertThat(received()).isEmpty();
        }
    }

    private Receiver receiver() {
        return Receiver.answering(exchange -> exchange.sendResponseHeaders(status.get(), -1));
    }

    private void toggle(boolean enabled) {
        assertThat(shop.ana().patch(state, Map.of("enabled", enabled)).status()).isEqualTo(200);
    }

    private void awaitEvents(String type, int count) {
        await().until(() -> shop.ana()
                        .get(shop.events() + "?type=" + type)
                        .ok()
                        .get("results")
                        .size()
                == count);
    }

    /** The texts of the mails to this test's address, once there are that many. */
    private List<String> mails(int count) {
        await().until(() -> received().size() >= count);
        return received();
    }

    private List<String> received() {
        assertThat(MAILS.subjects(address)).allMatch("Flagsmith Webhook Failure"::equals);
        return MAILS.texts(address);
    }
}
