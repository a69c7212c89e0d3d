package dev.flagledger.webhook.endpoint;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;

/**
 * A webhook that receives messages.
 *
 * @param id the id of the webhook
 * @param owner what it is told of, and with which it is deleted
 */
public record Endpoint(int id, WebhookOwner owner, WebhookSettings settings) {}
