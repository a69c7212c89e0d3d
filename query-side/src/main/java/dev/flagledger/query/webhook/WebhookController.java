package dev.flagledger.query.webhook;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.webhook.WebhookView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the webhooks of an environment. Secrets are shown only to callers who may change them. */
@RestController
class WebhookController {

    private final WebhookSecrets secrets;

    WebhookController(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping("/api/v1/environments/{apiKey}/webhooks")
    List<WebhookView> list(AccessContext access, @PathVariable String apiKey) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        boolean admin = access.may(Permission.ENVIRONMENT_ADMIN, new Scope.OfEnvironment(environment.id()));
        return environment.webhooks().ofChanges().values().stream()
                .map(webhook -> WebhookView.of(
                        webhook, admin ? secrets.find(webhook.id()).orElse("") : ""))
                .toList();
    }
}
