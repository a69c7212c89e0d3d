package dev.flagledger.command.webhook;

import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.webhook.WebhookView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add, change and remove an environment's webhooks. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/webhooks")
class WebhookController {

    private final WebhookWrites webhooks;

    WebhookController(WebhookWrites webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WebhookView add(CommandContext context, @PathVariable String apiKey, Form form) {
        return view(webhooks.add(context, context.access().ownerOfWebhooks(apiKey), form));
    }

    @PutMapping("/{id}")
    WebhookView replace(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        return view(webhooks.replace(context, context.access().ownerOfWebhooks(apiKey), id, form));
    }

    @PatchMapping("/{id}")
    WebhookView change(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        return view(webhooks.change(context, context.access().ownerOfWebhooks(apiKey), id, form));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable String apiKey, @PathVariable int id) {
        webhooks.remove(context, context.access().ownerOfWebhooks(apiKey), id);
    }

    private static WebhookView view(WebhookWrites.Written written) {
        return WebhookView.of(written.webhook(), written.secret());
    }
}
