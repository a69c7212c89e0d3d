package dev.flagledger.webhook.log;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the deliveries of a webhook, for the environment's admins, since bodies show what a receiver knows. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/webhooks/{webhookId}/deliveries")
class DeliveryController {

    private final WebhookDeliveries deliveries;

    DeliveryController(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    DeliveryPage list(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int webhookId,
            HttpServletRequest request) {
        access.webhook(access.ownerOfWebhooks(apiKey), webhookId);
        return deliveries.page(request, webhookId);
    }

    @GetMapping("/{id}")
    DeliveryDetailView retrieve(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int webhookId,
            @PathVariable String id,
            HttpServletRequest request) {
        access.webhook(access.ownerOfWebhooks(apiKey), webhookId);
        return deliveries.delivery(request, webhookId, id);
    }
}
