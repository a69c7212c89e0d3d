package dev.flagledger.query.webhook;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.view.webhook.WebhookOptionsView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the options of webhooks that Flagsmith does not have. */
@RestController
class WebhookOptionsController {

    private final WebhookSecrets secrets;

    WebhookOptionsController(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping("/api/v1/environments/{apiKey}/webhooks/{id}/options")
    WebhookOptionsView ofEnvironment(AccessContext access, @PathVariable String apiKey, @PathVariable int id) {
        return view(access, access.ownerOfWebhooks(apiKey), id);
    }

    @GetMapping("/api/v1/organisations/{organisationId}/webhooks/{id}/options")
    WebhookOptionsView ofOrganisation(AccessContext access, @PathVariable int organisationId, @PathVariable int id) {
        return view(access, access.ownerOfWebhooks(organisationId), id);
    }

    private WebhookOptionsView view(AccessContext access, WebhookOwner owner, int id) {
        var settings = access.webhook(owner, id).settings();
        return WebhookOptionsView.of(settings, secrets.publicKey(id).orElse(null));
    }
}
