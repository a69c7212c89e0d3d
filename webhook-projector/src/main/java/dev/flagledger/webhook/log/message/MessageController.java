package dev.flagledger.webhook.log.message;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.form.ParameterReader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the messages of a webhook from a number on, for the admins of its owner. */
@RestController
class MessageController {

    private static final int MOST = 100;

    private final MessageLog log;

    MessageController(MessageLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/environments/{apiKey}/webhooks/{id}/messages")
    MessagePage ofEnvironment(
            AccessContext access, @PathVariable String apiKey, @PathVariable int id, HttpServletRequest request) {
        return page(access, access.ownerOfWebhooks(apiKey), id, request);
    }

    @GetMapping("/api/v1/organisations/{organisationId}/webhooks/{id}/messages")
    MessagePage ofOrganisation(
            AccessContext access, @PathVariable int organisationId, @PathVariable int id, HttpServletRequest request) {
        return page(access, access.ownerOfWebhooks(organisationId), id, request);
    }

    private MessagePage page(AccessContext access, WebhookOwner owner, int id, HttpServletRequest request) {
        access.webhook(owner, id);
        var read = new ParameterReader(request);
        var after = read.position("after");
        int limit = read.limit(MOST);
        read.finish();
        long begin = after == null ? 0 : after;
        return MessagePage.of(request, begin, log.after(id, begin, limit));
    }
}
