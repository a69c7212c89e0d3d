package dev.flagledger.command.webhook;

import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.integration.IdentityWebhookView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add, change and remove the webhook of an environment that is told of evaluations for identities. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/integrations/webhook")
class IdentityWebhookController {

    private final WebhookWrites webhooks;

    IdentityWebhookController(WebhookWrites webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IdentityWebhookView add(CommandContext context, @PathVariable String apiKey, Form form) {
        return view(webhooks.add(context, context.access().ownerOfIdentityWebhook(apiKey), form));
    }

    @PutMapping("/{id}")
    IdentityWebhookView replace(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        return view(webhooks.replace(context, context.access().ownerOfIdentityWebhook(apiKey), id, form));
    }

    @PatchMapping("/{id}")
    IdentityWebhookView change(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        return view(webhooks.change(context, context.access().ownerOfIdentityWebhook(apiKey), id, form));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable String apiKey, @PathVariable int id) {
        webhooks.remove(context, context.access().ownerOfIdentityWebhook(apiKey), id);
    }

    private static IdentityWebhookView view(WebhookWrites.Written written) {
        return IdentityWebhookView.of(written.webhook(), written.secret());
    }
}
