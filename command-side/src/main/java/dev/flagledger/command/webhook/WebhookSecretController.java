package dev.flagledger.command.webhook;

import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.webhook.WebhookSecretView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rotates the secrets of webhooks. */
@RestController
class WebhookSecretController {

    private final SecretRotation rotation;

    WebhookSecretController(SecretRotation rotation) {
        this.rotation = rotation;
    }

    @PostMapping("/api/v1/environments/{apiKey}/webhooks/{id}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    WebhookSecretView ofEnvironment(
            CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        return rotation.rotate(context, context.access().ownerOfWebhooks(apiKey), id, form);
    }

    @PostMapping("/api/v1/organisations/{organisationId}/webhooks/{id}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    WebhookSecretView ofOrganisation(
            CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        return rotation.rotate(context, context.access().ownerOfWebhooks(organisationId), id, form);
    }
}
