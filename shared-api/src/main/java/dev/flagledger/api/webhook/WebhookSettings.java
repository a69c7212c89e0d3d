package dev.flagledger.api.webhook;

import java.util.List;

/**
 * What a webhook is told, where and how. Its secrets are stored outside the log.
 *
 * @param url an absolute http or https URL
 * @param enabled whether it is told of changes
 * @param extraTypes types that it is told of beside those that every webhook of its kind is told of; sorted, without duplicates
 */
public record WebhookSettings(
        String url,
        boolean enabled,
        PayloadForm payload,
        DeliveryOrder order,
        List<ExtraType> extraTypes,
        SigningScheme signing) {

    /** The greatest length of a URL. */
    public static final int MAX_URL = 200;

    public WebhookSettings {
        extraTypes = extraTypes.stream().distinct().sorted().toList();
    }

    /** Returns the settings of a new webhook. */
    public static WebhookSettings of(String url, boolean enabled) {
        return new WebhookSettings(
                url, enabled, PayloadForm.CURRENT, DeliveryOrder.FEATURE, List.of(), SigningScheme.HMAC);
    }

    /** Returns these settings with another URL, enabled or not. */
    public WebhookSettings with(String changed, boolean on) {
        return new WebhookSettings(changed, on, payload, order, extraTypes, signing);
    }
}
