package dev.flagledger.installation.evaluation;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.view.integration.EvaluationPayload;
import java.util.function.Supplier;

/** Takes evaluations for identities to the receivers of their environments. */
public interface EvaluationReceivers {

    /**
     * Takes an evaluation. Must neither block nor throw: the caller may be a selector's thread. What a receiver cannot take is lost.
     *
     * @param owner the identities of the environment
     * @param webhookId their webhook
     * @param identifier the identity; a later evaluation replaces one of the same identity that still waits
     * @param payload called on another thread when it is sent, perhaps repeatedly, with the same result
     */
    void take(WebhookOwner owner, int webhookId, String identifier, Supplier<EvaluationPayload> payload);
}
