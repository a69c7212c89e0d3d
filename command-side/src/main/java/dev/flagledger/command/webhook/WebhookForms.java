package dev.flagledger.command.webhook;

import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.form.Form;
import org.springframework.stereotype.Component;

/** Reads webhooks, and rejects URLs that webhooks may not call. */
@Component
class WebhookForms {

    private static final String URL = "url";

    private final OutboundHosts hosts;

    WebhookForms(OutboundHosts hosts) {
        this.hosts = hosts;
    }

    /** What a form asks for. An empty secret means none. */
    record Requested(String url, boolean enabled, String secret) {}

    static void requireUrl(Form form) {
        form.text(URL, WebhookSettings.MAX_URL);
    }

    Requested create(Form form, WebhookOwner.Kind of) {
        requireUrl(form);
        return change(form, of, new Requested("", true, ""));
    }

    /** The webhook for identities cannot be disabled, as in Flagsmith. */
    Requested change(Form form, WebhookOwner.Kind of, Requested current) {
        var requested = new Requested(
                form.text(URL, WebhookSettings.MAX_URL, current.url()),
                of == WebhookOwner.Kind.IDENTITIES || form.bool("enabled", current.enabled()),
                form.textOrBlank("secret", WebhookSecrets.MAX_LENGTH, current.secret()));
        if (!requested.url().isEmpty() && !requested.url().equals(current.url())) {
            hosts.problemsOf(requested.url()).forEach(problem -> form.reject(URL, problem));
        }
        form.validate();
        return requested;
    }
}
