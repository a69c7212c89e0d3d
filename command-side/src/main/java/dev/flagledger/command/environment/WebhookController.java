package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentCommand.AddWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveWebhook;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.environment.WebhookView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Webhook;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;
    private final WebhookForms forms;
    private final WebhookSecrets secrets;

    WebhookController(
            Commands commands, Ids ids, History<Installation> fold, WebhookForms forms, WebhookSecrets secrets) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
        this.forms = forms;
        this.secrets = secrets;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WebhookView add(Attribution caller, @PathVariable String apiKey, Form form) {
        var environment = environment(caller, apiKey);
        var wanted = forms.create(form);
        int id = ids.next(Ids.Kind.WEBHOOK);
        commands.send(
                new AddWebhook(environment.id(), id, wanted.url(), wanted.enabled()),
                caller,
                () -> secrets.store(id, wanted.secret()));
        return view(environment.id(), id);
    }

    @PutMapping("/{id}")
    WebhookView replace(Attribution caller, @PathVariable String apiKey, @PathVariable int id, Form form) {
        WebhookForms.requireUrl(form);
        return change(caller, apiKey, id, form);
    }

    @PatchMapping("/{id}")
    WebhookView change(Attribution caller, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var environment = environment(caller, apiKey);
        var now = webhook(environment, id);
        var secret = secret(id);
        var wanted = forms.change(form, new WebhookForms.Wanted(now.url(), now.enabled(), secret));
        boolean secretChanged = !wanted.secret().equals(secret);
        commands.send(
                new ChangeWebhook(environment.id(), id, wanted.url(), wanted.enabled(), secretChanged),
                caller,
                // Do not overwrite a secret that another request changed in the meantime.
                secretChanged ? () -> secrets.store(id, wanted.secret()) : () -> {});
        return view(environment.id(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Attribution caller, @PathVariable String apiKey, @PathVariable int id) {
        var environment = environment(caller, apiKey);
        webhook(environment, id);
        commands.send(new RemoveWebhook(environment.id(), id), caller, () -> secrets.remove(id));
    }

    private Environment environment(Attribution caller, String apiKey) {
        return new AccessContext(fold.state(), caller.actor()).within(apiKey, Permission.ENVIRONMENT_ADMIN);
    }

    private WebhookView view(int environmentId, int id) {
        var environment = AccessContext.found(fold.state().environment(environmentId), "Environment");
        return WebhookView.of(webhook(environment, id), secret(id));
    }

    private String secret(int id) {
        return secrets.find(id).orElse("");
    }

    private static Webhook webhook(Environment environment, int id) {
        return AccessContext.found(Optional.ofNullable(environment.webhooks().get(id)), "Webhook");
    }
}
