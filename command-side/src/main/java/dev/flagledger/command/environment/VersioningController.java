package dev.flagledger.command.environment;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentCommand.DisableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.EnableVersioning;
import dev.flagledger.command.context.CommandContext;
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

    @PostMapping("/enable-v2-versioning")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void enable(CommandContext context, @PathVariable String apiKey) {
        context.send(new EnableVersioning(environment(context, apiKey), UUID.randomUUID()));
    }

    @PostMapping("/disable-v2-versioning")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void disable(CommandContext context, @PathVariable String apiKey) {
        context.send(new DisableVersioning(environment(context, apiKey)));
    }

    private static int environment(CommandContext context, String apiKey) {
        return context.access()
                .environment(apiKey, Permission.ENVIRONMENT_ADMIN)
                .id();
    }
}
