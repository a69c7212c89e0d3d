package dev.flagledger.command.environment;

import dev.flagledger.access.secret.EnvironmentSecrets;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.command.NameClaims;
import org.springframework.stereotype.Component;

/** Deletes environments. */
@Component
public final class EnvironmentRemoval {

    private final NameClaims names;
    private final EnvironmentSecrets secrets;

    EnvironmentRemoval(NameClaims names, EnvironmentSecrets secrets) {
        this.names = names;
        this.secrets = secrets;
    }

    /** Deletes an environment with its secrets; the caller needs the permission. */
    public void remove(CommandContext context, Environment environment) {
        var webhooks = environment.webhooks().ids();
        context.send(new DeleteEnvironment(environment.id()), () -> {
            names.release(webhooks.stream().map(WebhookCommand::streamOf).toList());
            secrets.forget(environment.id(), webhooks);
        });
    }
}
