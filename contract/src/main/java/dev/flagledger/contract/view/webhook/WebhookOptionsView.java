package dev.flagledger.contract.view.webhook;

import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.WebhookSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Flagsmith's webhooks do not have.
 *
 * @param payload the generation of payloads: {@code 2020}, {@code 2021} or {@code current}
 * @param order {@code parallel}, {@code feature} or {@code strict}
 * @param eventTypes the types that it is told of beside those that every webhook is told of
 * @param signing {@code hmac} or {@code ed25519}
 * @param publicKey what the receiver verifies signatures with; null unless they are made with a private key
 */
public record WebhookOptionsView(
        String payload,
        String order,
        List<String> eventTypes,
        String signing,
        @Nullable String publicKey) {

    public static WebhookOptionsView of(WebhookSettings settings, @Nullable String publicKey) {
        return new WebhookOptionsView(
                settings.payload().wireName(),
                settings.order().wireName(),
                settings.extraTypes().stream().map(ExtraType::name).toList(),
                settings.signing().wireName(),
                publicKey);
    }
}
