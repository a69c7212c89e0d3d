package dev.flagledger.command.webhook;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.webhook.WebhookCommand.RedeliverMessages;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.OwnedWebhooks;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Delivers messages of an environment's webhook again. */
@RestController
class RedeliveryController {

    @PostMapping("/api/v1/environments/{apiKey}/webhooks/{id}/redeliveries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redeliver(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var environment = context.access().within(apiKey, Permission.ENVIRONMENT_ADMIN);
        var owner = WebhookOwner.environment(environment.id());
        AccessContext.found(
                Optional.ofNullable(
                        OwnedWebhooks.of(context.installation(), owner).get(id)),
                "Webhook");
        context.send(new RedeliverMessages(id, owner, RedeliveryForms.read(form)));
    }
}
