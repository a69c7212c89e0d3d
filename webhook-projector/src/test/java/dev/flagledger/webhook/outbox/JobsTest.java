package dev.flagledger.webhook.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.webhook.delivery.Job;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A shop whose live environment has two enabled webhooks and a disabled one, and whose staging environment has none. */
class JobsTest {

    private static final FeatureValue RED = FeatureValue.of("red");

    private final History history = Shop.withBasket()
            .then(webhook(Shop.LIVE, 41, true), webhook(Shop.LIVE, 42, false), webhook(Shop.LIVE, 43, true));

    @Test
    void aChangeIsQueuedForEachEnabledWebhookOfItsEnvironment() {
        var jobs = jobs(Shop.set(true, RED));

        assertThat(jobs).extracting(Job::webhookId).containsExactly(41, 43);
        assertThat(jobs)
                .allMatch(job -> Objects.equals(job.environmentId(), Shop.LIVE))
                .allMatch(job -> Objects.equals(job.featureId(), Shop.BASKET))
                .allMatch(job -> job.position() == history.last().position())
                .allMatch(job -> job.ordinal() == 0);
        assertThat(body(jobs.getFirst())).contains("\"event_type\": \"FLAG_UPDATED\"");
    }

    @Test
    void aWebhookIsToldInTheMannerOfItsSettingsAtTheEvent() {
        var strict = new WebhookSettings(
                "https://one.test/hook", true, PayloadForm.V2021, DeliveryOrder.STRICT, List.of(), SigningScheme.HMAC);
        history.then(new WebhookChanged(43, WebhookOwner.environment(Shop.LIVE), strict, false));

        assertThat(jobs(Shop.set(true, RED)))
                .extracting(Job::manner)
                .containsExactly(
                        new Job.Manner(DeliveryOrder.FEATURE, true), new Job.Manner(DeliveryOrder.STRICT, false));
    }

    /** In the form of 2020 all messages are lines of the audit log. */
    @Test
    void linesAboutAFeatureOrAStateOfItAreInTheOrderOfTheFeature() {
        var audited = new WebhookSettings(
                "https://one.test/hook", true, PayloadForm.V2020, DeliveryOrder.FEATURE, List.of(), SigningScheme.HMAC);
        history.then(new WebhookChanged(43, WebhookOwner.environment(Shop.LIVE), audited, false));

        for (var event : List.of(Shop.set(true, RED), new FeatureDeleted(Shop.BASKET))) {
            assertThat(jobs(event))
                    .filteredOn(job -> job.webhookId() == 43)
                    .isNotEmpty()
                    .allMatch(job -> Objects.equals(job.featureId(), Shop.BASKET));
        }
    }

    @Test
    void anEventWithoutAChangeOfAFlagIsNotQueued() {
        assertThat(jobs(Shop.segment())).isEmpty();
        assertThat(jobs(webhook(Shop.LIVE, 44, true))).isEmpty();
    }

    @Test
    void environmentsWithoutWebhooksHaveNoJobs() {
        assertThat(jobs(new FeatureDeleted(Shop.BASKET)))
                .extracting(Job::environmentId)
                .containsExactly(Shop.LIVE, Shop.LIVE);
    }

    @Test
    void theChangesOfAnEventAreNumbered() {
        history.then(webhook(Shop.STAGING, 51, true), Shop.segment(), Shop.overriddenForSegment(true, RED));

        assertThat(jobs(new FeatureDeleted(Shop.BASKET)))
                .extracting(Job::webhookId, Job::ordinal)
                .containsExactly(tuple(41, 0), tuple(43, 0), tuple(51, 1));
    }

    @Test
    void theSegmentOfARemovedOverrideNamesNoIdentity() {
        history.then(Shop.segment(), Shop.overriddenForSegment(true, RED));

        assertThat(jobs(new SegmentDeleted(Shop.BETA)))
                .extracting(Job::persons)
                .containsOnly(new Job.Persons(Shop.ANA, null));
    }

    @Test
    void anIdentityOverrideNamesTheAuthorAndTheIdentity() {
        assertThat(jobs(Shop.overriddenForIdentity(true, RED)))
                .extracting(Job::persons)
                .containsOnly(new Job.Persons(Shop.ANA, Shop.USER_88));
    }

    @Test
    void aLineAboutAUserWhoIsNotItsAuthorIsFoundByTheirErasure() {
        var all = new WebhookSettings(
                "https://one.test/hook",
                true,
                PayloadForm.CURRENT,
                DeliveryOrder.FEATURE,
                List.of(ExtraType.ORGANISATION_AUDIT_LOG_CREATED),
                SigningScheme.HMAC);
        history.then(new WebhookAdded(44, WebhookOwner.organisation(Shop.ORGANISATION), all));
        var locked = new RecordedEvent(90, History.at(90), Actor.ANONYMOUS, Origin.NONE, new UserLoginLocked(Shop.ANA));

        var told = News.of(history.state(), locked, history.state(), 0);

        assertThat(Jobs.of(locked, history.state(), told)
                        .map(draft -> draft.job(0).persons()))
                .containsExactly(new Job.Persons(Shop.ANA, null));
    }

    @Test
    void aPublishedVersionIsQueuedOncePerWebhook() {
        history.then(new VersioningEnabled(Shop.LIVE, Shop.id(70)));

        var jobs = jobs(new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn"));

        assertThat(jobs).extracting(Job::webhookId).containsExactly(41, 43);
        assertThat(body(jobs.getFirst())).contains("\"event_type\": \"NEW_VERSION_PUBLISHED\"");
    }

    private List<Job> jobs(LedgerEvent event) {
        return new Told(history).of(event);
    }

    private static WebhookAdded webhook(int environment, int id, boolean enabled) {
        return new WebhookAdded(
                id, WebhookOwner.environment(environment), WebhookSettings.of("https://one.test/hook", enabled));
    }

    private static String body(Job job) {
        return new String(job.body(), StandardCharsets.US_ASCII);
    }
}
