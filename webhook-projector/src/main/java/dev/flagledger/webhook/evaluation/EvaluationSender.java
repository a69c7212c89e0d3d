package dev.flagledger.webhook.evaluation;

import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.delivery.SigningSecrets;
import dev.flagledger.webhook.payload.CanonicalJson;
import dev.flagledger.webhook.sending.HttpSender;
import dev.flagledger.webhook.sending.Message;
import dev.flagledger.webhook.sending.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Makes one attempt to tell a receiver of an evaluation. It has connections of its own, so that those for changes stay free. */
@Component
final class EvaluationSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationSender.class);

    private static final JsonMapper WIRE_NAMES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final HttpSender sender;
    private final SigningSecrets secrets;
    private final Clock clock;

    EvaluationSender(DeliverySettings settings, OutboundHosts hosts, WebhookSecrets secrets, Clock clock) {
        this.sender = new HttpSender(settings, hosts);
        this.secrets = new SigningSecrets(secrets, clock);
        this.clock = clock;
    }

    /** Sends it, and returns what came of it, whatever that is. */
    Outcome send(int webhookId, String url, Evaluation evaluation) {
        try {
            var keys = secrets.of(webhookId, 0);
            return sender.send(new Message(evaluation.id(), 0, url, keys, body(evaluation), clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("Webhook {} could not be told of an evaluation", webhookId, e);
            return new Outcome.Unreached("The server failed");
        }
    }

    private static byte[] body(Evaluation evaluation) {
        var tree = WIRE_NAMES.convertValue(evaluation.payload().get(), new TypeReference<Map<String, Object>>() {});
        return CanonicalJson.bytes(tree);
    }

    /** Ends the current attempts. */
    void abandon() {
        sender.abandon();
    }

    @Override
    public void close() throws IOException {
        sender.close();
    }
}
