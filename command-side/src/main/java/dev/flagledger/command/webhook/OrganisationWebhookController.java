package dev.flagledger.command.webhook;

import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.webhook.OrganisationWebhookView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add, change and remove an organisation's webhooks. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/webhooks")
class OrganisationWebhookController {

    private final WebhookWrites webhooks;

    OrganisationWebhookController(WebhookWrites webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationWebhookView add(CommandContext context, @PathVariable int organisationId, Form form) {
        return view(webhooks.add(context, context.access().ownerOfWebhooks(organisationId), form));
    }

    @PutMapping("/{id}")
    OrganisationWebhookView replace(
            CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        return view(webhooks.replace(context, context.access().ownerOfWebhooks(organisationId), id, form));
    }

    @PatchMapping("/{id}")
    OrganisationWebhookView change(
            CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        return view(webhooks.change(context, context.access().ownerOfWebhooks(organisationId), id, form));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable int organisationId, @PathVariable int id) {
        webhooks.remove(context, context.access().ownerOfWebhooks(organisationId), id);
    }

    private static OrganisationWebhookView view(WebhookWrites.Written written) {
        return OrganisationWebhookView.of(written.webhook(), written.secret());
    }
}
