package dev.flagledger.command.webhook;

import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.Edit;
import dev.flagledger.api.webhook.WebhookCommand.AddWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookCommand.RemoveWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.installation.id.Ids;
import org.springframework.stereotype.Component;

/** Adds, changes and removes webhooks of an owner, each with its secret in one transaction. */
@Component
class WebhookWrites {

    private final Ids ids;
    private final WebhookForms forms;
    private final WebhookSecrets secrets;

    WebhookWrites(Ids ids, WebhookForms forms, WebhookSecrets secrets) {
        this.ids = ids;
        this.forms = forms;
        this.secrets = secrets;
    }

    /** A webhook after a request, with its secret. */
    record Written(Webhook webhook, String secret) {}

    Written add(CommandContext context, WebhookOwner owner, Form form) {
        var requested = forms.create(form, owner.kind());
        int id = ids.next(Ids.Kind.WEBHOOK);
        context.send(
                new AddWebhook(id, owner, WebhookSettings.of(requested.url(), requested.enabled())),
                () -> secrets.store(id, requested.secret()));
        return written(context, owner, id);
    }

    Written replace(CommandContext context, WebhookOwner owner, int id, Form form) {
        WebhookForms.requireUrl(form);
        return change(context, owner, id, form);
    }

    Written change(CommandContext context, WebhookOwner owner, int id, Form form) {
        var current = context.access().webhook(owner, id).settings();
        var secret = secret(id);
        var requested =
                forms.change(form, owner.kind(), new WebhookForms.Requested(current.url(), current.enabled(), secret));
        boolean secretChanged = !requested.secret().equals(secret);
        var edit = new Edit<>(current, current.with(requested.url(), requested.enabled()));
        context.send(
                new ChangeWebhook(id, owner, edit, secretChanged),
                // Do not overwrite a secret that another request changed in the meantime.
                secretChanged ? () -> secrets.store(id, requested.secret()) : () -> {});
        return written(context, owner, id);
    }

    void remove(CommandContext context, WebhookOwner owner, int id) {
        context.access().webhook(owner, id);
        context.send(new RemoveWebhook(id, owner), () -> secrets.remove(id));
    }

    private Written written(CommandContext context, WebhookOwner owner, int id) {
        return new Written(context.access().webhook(owner, id), secret(id));
    }

    private String secret(int id) {
        return secrets.find(id).orElse("");
    }
}
