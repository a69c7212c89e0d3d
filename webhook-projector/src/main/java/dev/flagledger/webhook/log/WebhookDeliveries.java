package dev.flagledger.webhook.log;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.contract.form.ParameterReader;
import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import dev.flagledger.webhook.delivery.lane.MessageId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Answers questions about the deliveries of one webhook, whoever owns it. */
@Component
final class WebhookDeliveries {

    private final DeliveryLog log;
    private final ReceiverLog receivers;

    WebhookDeliveries(DeliveryLog log, ReceiverLog receivers) {
        this.log = log;
        this.receivers = receivers;
    }

    DeliveryPage page(HttpServletRequest request, int webhookId) {
        var wanted = DeliveryParameters.read(request);
        var found = log.ofWebhook(webhookId, wanted.status(), wanted.before(), wanted.limit() + 1);
        return DeliveryPage.of(request, receivers.of(webhookId), found, wanted.limit());
    }

    DeliveryDetailView delivery(HttpServletRequest request, int webhookId, String id) {
        var read = new ParameterReader(request);
        var number = read.position("number");
        read.finish();
        var delivery = MessageId.parse(id)
                .filter(message -> message.webhookId() == webhookId)
                .flatMap(message -> log.find(message, number));
        return found(delivery, "WebhookDelivery");
    }
}
