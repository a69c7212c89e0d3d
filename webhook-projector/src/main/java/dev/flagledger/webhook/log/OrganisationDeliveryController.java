package dev.flagledger.webhook.log;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the deliveries of an organisation's webhook, for its admins. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/webhooks/{webhookId}/deliveries")
class OrganisationDeliveryController {

    private final WebhookDeliveries deliveries;

    OrganisationDeliveryController(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    DeliveryPage list(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int webhookId,
            HttpServletRequest request) {
        access.webhook(access.ownerOfWebhooks(organisationId), webhookId);
        return deliveries.page(request, webhookId);
    }

    @GetMapping("/{id}")
    DeliveryDetailView retrieve(
            AccessContext access,
            @PathVariable int organisationId,
            @PathVariable int webhookId,
            @PathVariable String id,
            HttpServletRequest request) {
        access.webhook(access.ownerOfWebhooks(organisationId), webhookId);
        return deliveries.delivery(request, webhookId, id);
    }
}
