package dev.flagledger.query.sdk.identities;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.view.integration.EvaluationPayload;
import dev.flagledger.installation.evaluation.EvaluationReceivers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps what would be told of evaluations. */
final class TestEvaluations implements EvaluationReceivers {

    static final Instant AT = Instant.parse("2031-05-06T07:08:09.100Z");

    final List<String> told = new ArrayList<>();
    final List<EvaluationPayload> payloads = new ArrayList<>();

    @Override
    public void take(WebhookOwner owner, int webhookId, String identifier, Supplier<EvaluationPayload> payload) {
        told.add(webhookId + " " + identifier);
        payloads.add(payload.get());
    }

    Evaluations in(PreparedEnvironments environments) {
        return new Evaluations(this, environments, Clock.fixed(AT, ZoneOffset.UTC));
    }
}
