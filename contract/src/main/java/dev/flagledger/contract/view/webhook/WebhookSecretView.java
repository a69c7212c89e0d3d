package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A new secret of a webhook.
 *
 * @param previousValidUntil the time until which messages are signed with the one before it, too; null if they are not
 */
public record WebhookSecretView(String secret, @Nullable String previousValidUntil) {}
