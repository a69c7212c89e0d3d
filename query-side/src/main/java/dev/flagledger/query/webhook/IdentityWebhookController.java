package dev.flagledger.query.webhook;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.contract.view.integration.IdentityWebhookView;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.engine.state.webhook.Webhook;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the webhook of an environment that is told of evaluations for identities, for its admins. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/integrations/webhook")
class IdentityWebhookController {

    private final WebhookSecrets secrets;

    IdentityWebhookController(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping
    List<IdentityWebhookView> list(AccessContext access, @PathVariable String apiKey) {
        var webhooks = OwnedWebhooks.of(access.installation(), access.ownerOfIdentityWebhook(apiKey));
        return webhooks.values().stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    IdentityWebhookView retrieve(AccessContext access, @PathVariable String apiKey, @PathVariable int id) {
        return view(access.webhook(access.ownerOfIdentityWebhook(apiKey), id));
    }

    private IdentityWebhookView view(Webhook webhook) {
        return IdentityWebhookView.of(webhook, secrets.find(webhook.id()).orElse(""));
    }
}
