package dev.flagledger.webhook.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bodies of each generation, byte for byte: those that an environment's webhook and an organisation's are sent for the same
 * changes. A golden file changes only if receivers are told that it does.
 */
class PayloadFormsTest {

    private static final FeatureValue RED = FeatureValue.of("red");

    /** What happens after the webhook was added. */
    private static final List<LedgerEvent> CHANGES = List.of(
            Shop.feature(11, "checkout", 110, 111),
            Shop.set(true, RED),
            Wares.optionAdded(31, "green", 50),
            Shop.segment(),
            Shop.overriddenForSegment(true, RED),
            Shop.overriddenForIdentity(true, RED),
            new SegmentChanged(Shop.BETA, Shop.definition("testers", null)),
            new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, Shop.BETA),
            new VersioningEnabled(Shop.LIVE, Shop.id(70)),
            new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn"),
            new FeatureDeleted(Shop.BASKET),
            new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));

    @ParameterizedTest
    @CsvSource({
        "CURRENT, ENVIRONMENT", "CURRENT, ORGANISATION",
        "V2021, ENVIRONMENT", "V2021, ORGANISATION",
        "V2020, ENVIRONMENT", "V2020, ORGANISATION"
    })
    void theBodiesAreThoseOfTheGoldenFile(PayloadForm form, WebhookOwner.Kind kind) throws IOException {
        var golden = Path.of("src/test/resources/golden/" + form.wireName() + "-"
                + kind.name().toLowerCase(Locale.ROOT) + ".txt");

        assertThat(String.join("\n", bodies(form, kind)) + "\n").isEqualTo(Files.readString(golden));
    }

    private static List<String> bodies(PayloadForm form, WebhookOwner.Kind kind) {
        var owner = kind == WebhookOwner.Kind.ENVIRONMENT
                ? WebhookOwner.environment(Shop.LIVE)
                : WebhookOwner.organisation(Shop.ORGANISATION);
        var all = new WebhookSettings(
                "https://one.test/hook",
                true,
                form,
                DeliveryOrder.FEATURE,
                List.of(ExtraType.values()),
                SigningScheme.HMAC);
        var told = new Told(Shop.withBasket().then(new WebhookAdded(41, owner, all)));
        return CHANGES.stream()
                .flatMap(change -> told.of(change).stream())
                .map(job -> new String(job.body(), US_ASCII))
                .toList();
    }
}
