package dev.flagledger.query.webhook;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.webhook.OrganisationWebhookView;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.engine.state.webhook.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the webhooks of an organisation, for its admins. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/webhooks")
class OrganisationWebhookController {

    private static final int PAGE_SIZE = 10;

    private final WebhookSecrets secrets;

    OrganisationWebhookController(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping
    Page<OrganisationWebhookView> list(
            AccessContext access, @PathVariable int organisationId, HttpServletRequest request) {
        var webhooks = OwnedWebhooks.of(access.installation(), access.ownerOfWebhooks(organisationId));
        var all = List.copyOf(webhooks.values());
        return PageRequest.fixed(request, PAGE_SIZE).of(all).map(this::view);
    }

    @GetMapping("/{id}")
    OrganisationWebhookView retrieve(AccessContext access, @PathVariable int organisationId, @PathVariable int id) {
        return view(access.webhook(access.ownerOfWebhooks(organisationId), id));
    }

    private OrganisationWebhookView view(Webhook webhook) {
        return OrganisationWebhookView.of(webhook, secrets.find(webhook.id()).orElse(""));
    }
}
