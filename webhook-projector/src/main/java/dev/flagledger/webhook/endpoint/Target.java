package dev.flagledger.webhook.endpoint;

import dev.flagledger.api.webhook.WebhookOwner;

/**
 * A webhook as its messages are sent.
 *
 * @param revision the number of the write of its row
 */
public record Target(WebhookOwner owner, String url, long revision) {}
