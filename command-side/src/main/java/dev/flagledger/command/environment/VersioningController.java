package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentCommand.DisableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.EnableVersioning;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that enable and disable feature versioning in an environment. Answers 202 as Flagsmith does, although the
 * change is complete by then.
 */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class VersioningController {

    private final Commands commands;
    private final History<Installation> fold;

    VersioningController(Commands commands, History<Installation> fold) {
        this.commands = commands;
        this.fold = fold;
    }

    @PostMapping("/enable-v2-versioning")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void enable(Attribution caller, @PathVariable String apiKey) {
        commands.send(new EnableVersioning(environment(caller, apiKey), UUID.randomUUID()), caller);
    }

    @PostMapping("/disable-v2-versioning")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void disable(Attribution caller, @PathVariable String apiKey) {
        commands.send(new DisableVersioning(environment(caller, apiKey)), caller);
    }

    private int environment(Attribution caller, String apiKey) {
        return new AccessContext(fold.state(), caller.actor())
                .environment(apiKey, Permission.ENVIRONMENT_ADMIN)
                .id();
    }
}
