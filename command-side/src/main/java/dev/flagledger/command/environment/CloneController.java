package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.environment.EnvironmentCommand.CloneEnvironment;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that clones environments. */
@RestController
class CloneController {

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    CloneController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    /** The answer to a clone request. */
    record Clone(int id, String name, String apiKey, int project) {}

    /** Cloning is a single event, so requests for an asynchronous clone are answered once it is complete. */
    @PostMapping("/api/v1/environments/{apiKey}/clone")
    Clone clone(Attribution caller, @PathVariable String apiKey, Form form) {
        var source = source(caller, apiKey);
        var name = form.text("name", EnvironmentForm.MAX_NAME);
        form.bool("clone_feature_states_async", false);
        form.validate();
        var copy = new CloneEnvironment(
                ids.next(Ids.Kind.ENVIRONMENT),
                UUID.randomUUID(),
                source.projectId(),
                source.id(),
                name,
                ClientKey.random());
        commands.send(copy, caller);
        return new Clone(copy.environmentId(), name, copy.apiKey(), copy.projectId());
    }

    private Environment source(Attribution caller, String apiKey) {
        var access = new AccessContext(fold.state(), caller.actor());
        var source = AccessContext.found(access.installation().environmentOfKey(apiKey), "Environment");
        access.require(Permission.CREATE_ENVIRONMENT, new Scope.OfProject(source.projectId()));
        return source;
    }
}
