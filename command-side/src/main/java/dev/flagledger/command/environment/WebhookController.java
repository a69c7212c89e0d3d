package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentCommand.AddWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveWebhook;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.environment.WebhookView;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Webhook;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add, change and remove an environment's webhooks. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/webhooks")
class WebhookController {

    private final Ids ids;
    private final WebhookForms forms;
    private final WebhookSecrets secrets;

    WebhookController(Ids ids, WebhookForms forms, WebhookSecrets secrets) {
        this.ids = ids;
        this.forms = forms;
        this.secrets = secrets;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WebhookView add(CommandContext context, @PathVariable String apiKey, Form form) {
        var environment = environment(context, apiKey);
        var requested = forms.create(form);
        int id = ids.next(Ids.Kind.WEBHOOK);
        context.send(
                new AddWebhook(environment.id(), id, requested.url(), requested.enabled()),
                () -> secrets.store(id, requested.secret()));
        return view(context, environment.id(), id);
    }

    @PutMapping("/{id}")
    WebhookView replace(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        WebhookForms.requireUrl(form);
        return change(context, apiKey, id, form);
    }

    @PatchMapping("/{id}")
    WebhookView change(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var environment = environment(context, apiKey);
        var current = webhook(environment, id);
        var secret = secret(id);
        var requested = forms.change(form, new WebhookForms.WebhookSettings(current.url(), current.enabled(), secret));
        boolean secretChanged = !requested.secret().equals(secret);
        context.send(
                new ChangeWebhook(environment.id(), id, requested.url(), requested.enabled(), secretChanged),
                // Do not overwrite a secret that another request changed in the meantime.
                secretChanged ? () -> secrets.store(id, requested.secret()) : () -> {});
        return view(context, environment.id(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable String apiKey, @PathVariable int id) {
        var environment = environment(context, apiKey);
        webhook(environment, id);
        context.send(new RemoveWebhook(environment.id(), id), () -> secrets.remove(id));
    }

    private static Environment environment(CommandContext context, String apiKey) {
        return context.access().within(apiKey, Permission.ENVIRONMENT_ADMIN);
    }

    private WebhookView view(CommandContext context, int environmentId, int id) {
        var environment = AccessContext.found(context.installation().environment(environmentId), "Environment");
        return WebhookView.of(webhook(environment, id), secret(id));
    }

    private String secret(int id) {
        return secrets.find(id).orElse("");
    }

    private static Webhook webhook(Environment environment, int id) {
        return AccessContext.found(Optional.ofNullable(environment.webhooks().get(id)), "Webhook");
    }
}
