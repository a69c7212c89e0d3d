package dev.flagledger.command.webhook;

import dev.flagledger.api.webhook.WebhookCommand.RedeliverMessages;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Delivers messages of webhooks again. */
@RestController
class RedeliveryController {

    @PostMapping("/api/v1/environments/{apiKey}/webhooks/{id}/redeliveries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ofEnvironment(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        redeliver(context, context.access().ownerOfWebhooks(apiKey), id, form);
    }

    @PostMapping("/api/v1/organisations/{organisationId}/webhooks/{id}/redeliveries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ofOrganisation(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        redeliver(context, context.access().ownerOfWebhooks(organisationId), id, form);
    }

    private static void redeliver(CommandContext context, WebhookOwner owner, int id, Form form) {
        context.access().webhook(owner, id);
        context.send(new RedeliverMessages(id, owner, RedeliveryForms.read(form)));
    }
}
