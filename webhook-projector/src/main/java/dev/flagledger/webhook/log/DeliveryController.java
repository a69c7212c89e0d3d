package dev.flagledger.webhook.log;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import dev.flagledger.webhook.delivery.lane.MessageId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the deliveries of a webhook, for the environment's admins, since bodies show what a receiver knows. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/webhooks/{webhookId}/deliveries")
class DeliveryController {

    private final DeliveryLog log;
    private final ReceiverLog receivers;

    DeliveryController(DeliveryLog log, ReceiverLog receivers) {
        this.log = log;
        this.receivers = receivers;
    }

    @GetMapping
    DeliveryPage list(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int webhookId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        requireWebhook(access, apiKey, webhookId);
        var wanted = DeliveryParameters.read(status, before, limit);
        var found = log.ofWebhook(webhookId, wanted.status(), wanted.before(), wanted.limit() + 1);
        return DeliveryPage.of(request, receivers.of(webhookId), found, wanted.limit());
    }

    @GetMapping("/{id}")
    DeliveryDetailView retrieve(
            AccessContext access, @PathVariable String apiKey, @PathVariable int webhookId, @PathVariable String id) {
        requireWebhook(access, apiKey, webhookId);
        var delivery = MessageId.parse(id)
                .filter(message -> message.webhookId() == webhookId)
                .flatMap(log::find);
        return found(delivery, "WebhookDelivery");
    }

    private static void requireWebhook(AccessContext access, String apiKey, int webhookId) {
        var environment = access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        found(Optional.ofNullable(environment.webhooks().get(webhookId)), "Webhook");
    }
}
