package dev.flagledger.webhook.evaluation;

import dev.flagledger.contract.view.integration.EvaluationPayload;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An evaluation that a receiver is to be told of.
 *
 * @param identifier the identity
 * @param at when it was made
 * @param tries the attempts so far
 * @param id the same for each attempt; empty before the first
 */
record Evaluation(String identifier, Instant at, Supplier<EvaluationPayload> payload, int tries, String id) {

    Evaluation(String identifier, Instant at, Supplier<EvaluationPayload> payload) {
        this(identifier, at, payload, 0, "");
    }

    /** Returns it for another attempt. */
    Evaluation tried() {
        return new Evaluation(
                identifier, at, payload, tries + 1, id.isEmpty() ? "evaluation-" + UUID.randomUUID() : id);
    }
}
