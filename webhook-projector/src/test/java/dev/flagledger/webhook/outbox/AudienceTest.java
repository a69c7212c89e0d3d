package dev.flagledger.webhook.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.webhook.delivery.Job;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which types webhooks are sent, by their owner and form; each once, although an event may have several lines. */
class AudienceTest {

    private static final WebhookOwner LIVE = WebhookOwner.environment(Shop.LIVE);
    private static final WebhookOwner ACME = WebhookOwner.organisation(Shop.ORGANISATION);
    private static final LedgerEvent OVERRIDDEN = Shop.overriddenForIdentity(true, FeatureValue.of("red"));

    @Test
    void anEnvironmentIsToldOfItsFlags() {
        assertThat(types(LIVE, PayloadForm.CURRENT, OVERRIDDEN)).containsExactly("FLAG_UPDATED");
        assertThat(types(LIVE, PayloadForm.V2021, OVERRIDDEN)).containsExactly("FLAG_UPDATED");
        assertThat(types(LIVE, PayloadForm.V2020, OVERRIDDEN)).containsExactly("AUDIT_LOG_CREATED");
    }

    @Test
    void anOrganisationIsToldOfTheAuditLogToo() {
        assertThat(types(ACME, PayloadForm.CURRENT, OVERRIDDEN)).containsExactly("FLAG_UPDATED", "AUDIT_LOG_CREATED");
        assertThat(types(ACME, PayloadForm.V2021, OVERRIDDEN)).containsExactly("FLAG_UPDATED", "AUDIT_LOG_CREATED");
        assertThat(types(ACME, PayloadForm.V2020, OVERRIDDEN)).containsExactly("AUDIT_LOG_CREATED");
    }

    @Test
    void receiversOf2021KnowNoDeletions() {
        var deleted = new FeatureDeleted(Shop.BASKET);

        assertThat(types(LIVE, PayloadForm.CURRENT, deleted)).containsExactly("FLAG_DELETED");
        assertThat(types(LIVE, PayloadForm.V2021, deleted)).isEmpty();
        assertThat(types(LIVE, PayloadForm.V2020, deleted)).containsExactly("AUDIT_LOG_CREATED");
    }

    @Test
    void linesAboutTheOrganisationItselfAreSentToItsWebhooksThatAsk() {
        var asked = ExtraType.ORGANISATION_AUDIT_LOG_CREATED;
        var created = new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform"));

        assertThat(types(ACME, PayloadForm.CURRENT, created)).isEmpty();
        assertThat(types(ACME, PayloadForm.CURRENT, created, asked)).containsExactly("ORGANISATION_AUDIT_LOG_CREATED");
        assertThat(types(ACME, PayloadForm.V2021, created, asked)).isEmpty();
        assertThat(types(LIVE, PayloadForm.CURRENT, created, asked)).isEmpty();
        assertThat(types(LIVE, PayloadForm.V2020, created, asked)).isEmpty();
    }

    @Test
    void furtherTypesAreSentToThoseWhoAskBesideTheUsualOnes() {
        assertThat(types(LIVE, PayloadForm.CURRENT, OVERRIDDEN, ExtraType.OVERRIDE_CREATED, ExtraType.FLAG_CREATED))
                .containsExactly("FLAG_UPDATED", "OVERRIDE_CREATED");
        assertThat(types(LIVE, PayloadForm.V2021, OVERRIDDEN, ExtraType.OVERRIDE_CREATED))
                .containsExactly("FLAG_UPDATED");
    }

    private static List<String> types(WebhookOwner owner, PayloadForm form, LedgerEvent event, ExtraType... extra) {
        var settings = new WebhookSettings(
                "https://one.test/hook", true, form, DeliveryOrder.FEATURE, List.of(extra), SigningScheme.HMAC);
        var history = Shop.withBasket().then(new WebhookAdded(41, owner, settings));
        return new Told(history)
                .of(event).stream().map(AudienceTest::type).distinct().toList();
    }

    private static String type(Job job) {
        var body = new String(job.body(), StandardCharsets.US_ASCII);
        return JsonMapper.shared().readTree(body).get("event_type").asString();
    }
}
