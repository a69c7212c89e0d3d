package dev.flagledger.webhook.log;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import dev.flagledger.webhook.delivery.lane.MessageId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    DeliveryPage page(
            HttpServletRequest request,
            int webhookId,
            @Nullable String status,
            @Nullable String before,
            @Nullable String limit) {
        var wanted = DeliveryParameters.read(status, before, limit);
        var found = log.ofWebhook(webhookId, wanted.status(), wanted.before(), wanted.limit() + 1);
        return DeliveryPage.of(request, receivers.of(webhookId), found, wanted.limit());
    }

    DeliveryDetailView delivery(int webhookId, String id, @Nullable String number) {
        if (number != null && !number.matches("\\d{1,18}")) {
            throw InvalidInput.fields(Map.of("number", List.of(Coercion.INTEGER_REQUIRED)));
        }
        var delivery = MessageId.parse(id)
                .filter(message -> message.webhookId() == webhookId)
                .flatMap(message -> log.find(message, number == null ? null : Long.valueOf(number)));
        return found(delivery, "WebhookDelivery");
    }
}
