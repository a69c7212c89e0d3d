package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentCommand.AddServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveServerKey;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.environment.ServerKeyView;
import dev.flagledger.engine.state.project.Environment;
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

/** Endpoints that create, change and delete an environment's server-side keys. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/api-keys")
class ServerKeyController {

    private static final int MAX_NAME = 100;
    private static final String NAME = "name";

    private final Ids ids;
    private final ServerKeys keys;

    ServerKeyController(Ids ids, ServerKeys keys) {
        this.ids = ids;
        this.keys = keys;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ServerKeyView add(CommandContext context, @PathVariable String apiKey, Form form) {
        var environment = environment(context, apiKey);
        form.text(NAME, MAX_NAME);
        var requested = requested(form, new ServerKey(0, "", true, null));
        var key = new ServerKey(
                ids.next(Ids.Kind.SERVER_KEY), requested.name(), requested.active(), requested.expiresAt());
        var owner = new ServerKeys.Owner(key.id(), environment.id());
        context.send(new AddServerKey(environment.id(), key), () -> keys.store(owner, ClientKey.randomOfServer()));
        return view(context, environment.id(), key.id());
    }

    @PutMapping("/{id}")
    ServerKeyView replace(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        form.text(NAME, MAX_NAME);
        return change(context, apiKey, id, form);
    }

    @PatchMapping("/{id}")
    ServerKeyView change(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var environment = environment(context, apiKey);
        var current = key(environment, id).key();
        context.send(new ChangeServerKey(environment.id(), new Edit<>(current, requested(form, current))));
        return view(context, environment.id(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable String apiKey, @PathVariable int id) {
        var environment = environment(context, apiKey);
        key(environment, id);
        context.send(new RemoveServerKey(environment.id(), id), () -> keys.remove(id));
    }

    private static ServerKey requested(Form form, ServerKey current) {
        var requested = new ServerKey(
                current.id(),
                form.text(NAME, MAX_NAME, current.name()),
                form.bool("active", current.active()),
                form.timeOrNull("expires_at", current.expiresAt()));
        form.validate();
        return requested;
    }

    private static Environment environment(CommandContext context, String apiKey) {
        return context.access().within(apiKey, Permission.ENVIRONMENT_ADMIN);
    }

    private ServerKeyView view(CommandContext context, int environmentId, int id) {
        var environment = AccessContext.found(context.installation().environment(environmentId), "Environment");
        return ServerKeyView.of(key(environment, id), AccessContext.found(keys.find(id), "EnvironmentAPIKey"));
    }

    private static Environment.IssuedKey key(Environment environment, int id) {
        return AccessContext.found(Optional.ofNullable(environment.serverKeys().get(id)), "EnvironmentAPIKey");
    }
}
