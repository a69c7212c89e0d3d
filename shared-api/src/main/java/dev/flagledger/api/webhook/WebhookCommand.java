package dev.flagledger.api.webhook;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import java.util.List;

/** Commands about a webhook. Each names its owner. */
public sealed interface WebhookCommand extends LedgerCommand {

    int webhookId();

    WebhookOwner owner();

    @Override
    default String aggregateId() {
        return streamOf(webhookId());
    }

    /** Returns the stream of one webhook. */
    static String streamOf(int webhookId) {
        return "webhook-" + webhookId;
    }

    @Override
    default Scope scope() {
        return owner().scope();
    }

    /** Adds a webhook, of those that are told of evaluations one for each environment. */
    record AddWebhook(int webhookId, WebhookOwner owner, WebhookSettings settings) implements WebhookCommand, Claiming {

        @Override
        public List<Claim> claims() {
            return owner.kind() == WebhookOwner.Kind.IDENTITIES
                    ? List.of(new Claim(Claim.Kind.IDENTITY_WEBHOOK, "", Integer.toString(owner.id()), aggregateId()))
                    : List.of();
        }
    }

    /**
     * Changes a webhook.
     *
     * @param secretChanged whether the sender stores another secret, which counts as a change
     */
    record ChangeWebhook(int webhookId, WebhookOwner owner, Edit<WebhookSettings> settings, boolean secretChanged)
            implements WebhookCommand {}

    record RemoveWebhook(int webhookId, WebhookOwner owner) implements WebhookCommand, Releasing {}

    /** Delivers messages again, as far as they are known and do not wait already. */
    record RedeliverMessages(int webhookId, WebhookOwner owner, MessageSelection messages) implements WebhookCommand {}

    /** Records that messages are held back, since the receiver has failed. Nothing happens if it is recorded already. */
    record PauseWebhook(int webhookId, WebhookOwner owner) implements WebhookCommand {}

    /** Records that messages are sent again. Nothing happens unless it is paused. */
    record ResumeWebhook(int webhookId, WebhookOwner owner) implements WebhookCommand {}
}
