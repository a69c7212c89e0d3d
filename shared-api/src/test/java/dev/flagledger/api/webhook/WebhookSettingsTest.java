package dev.flagledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

    private static final WebhookSettings NEW = WebhookSettings.of("https://hooks.example.test/", true);

    @Test
    void aNewWebhookIsToldOfTodaysPayloadsInTheOrderOfEachFeature() {
        assertThat(NEW)
                .isEqualTo(new WebhookSettings(
                        "https://hooks.example.test/",
                        true,
                        PayloadForm.CURRENT,
                        DeliveryOrder.FEATURE,
                        List.of(),
                        SigningScheme.HMAC));
    }

    @Test
    void theOrderInWhichExtraTypesAreAskedForDoesNotMatter() {
        assertThat(asking(ExtraType.SEGMENT_UPDATED, ExtraType.FLAG_CREATED, ExtraType.SEGMENT_UPDATED))
                .isEqualTo(asking(ExtraType.FLAG_CREATED, ExtraType.SEGMENT_UPDATED));
    }

    @Test
    void theUrlChangesAlone() {
        var asking = asking(ExtraType.FLAG_CREATED);
        var moved = asking.with("https://hooks.example.test/moved", false);

        assertThat(moved.extraTypes()).isEqualTo(asking.extraTypes());
        assertThat(moved.url()).isEqualTo("https://hooks.example.test/moved");
        assertThat(moved.enabled()).isFalse();
    }

    @Test
    void theOwnersScopeIsThatOfTheWebhook() {
        assertThat(WebhookOwner.environment(4).scope()).isEqualTo(new Scope.OfEnvironment(4));
        assertThat(WebhookOwner.organisation(2).scope()).isEqualTo(new Scope.OfOrganisation(2));
    }

    private static WebhookSettings asking(ExtraType... types) {
        return new WebhookSettings(
                NEW.url(), true, PayloadForm.CURRENT, DeliveryOrder.FEATURE, List.of(types), SigningScheme.HMAC);
    }
}
