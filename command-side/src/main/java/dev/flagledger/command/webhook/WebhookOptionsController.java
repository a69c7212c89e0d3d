package dev.flagledger.command.webhook;

import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.webhook.WebhookOptionsView;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Changes the options of webhooks that Flagsmith does not have. */
@RestController
class WebhookOptionsController {

    private final WebhookOptions options;

    WebhookOptionsController(WebhookOptions options) {
        this.options = options;
    }

    @PatchMapping("/api/v1/environments/{apiKey}/webhooks/{id}/options")
    WebhookOptionsView ofEnvironment(
            CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        return options.change(context, context.access().ownerOfWebhooks(apiKey), id, form);
    }

    @PatchMapping("/api/v1/organisations/{organisationId}/webhooks/{id}/options")
    WebhookOptionsView ofOrganisation(
            CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        return options.change(context, context.access().ownerOfWebhooks(organisationId), id, form);
    }
}
