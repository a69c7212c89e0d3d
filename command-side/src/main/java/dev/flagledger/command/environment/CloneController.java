package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.environment.EnvironmentCommand.CloneEnvironment;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.grant.CreatorGrants;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.id.Ids;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that clones environments. */
@RestController
class CloneController {

    private final Ids ids;
    private final CreatorGrants grants;

    CloneController(Ids ids, CreatorGrants grants) {
        this.ids = ids;
        this.grants = grants;
    }

    /** The answer to a clone request. */
    record Clone(int id, String name, String apiKey, int project) {}

    /** Cloning is a single event, so requests for an asynchronous clone are answered once it is complete. */
    @PostMapping("/api/v1/environments/{apiKey}/clone")
    Clone clone(CommandContext context, @PathVariable String apiKey, Form form) {
        var source = source(context, apiKey);
        var name = form.text("name", EnvironmentForm.MAX_NAME);
        form.bool("clone_feature_states_async", false);
        form.validate();
        int id = ids.next(Ids.Kind.ENVIRONMENT);
        var copy = new CloneEnvironment(
                id,
                UUID.randomUUID(),
                source.projectId(),
                source.id(),
                name,
                ClientKey.random(),
                grants.ofCreator(context.actor(), GrantPlace.environment(id)));
        context.send(copy);
        return new Clone(copy.environmentId(), name, copy.apiKey(), copy.projectId());
    }

    private static Environment source(CommandContext context, String apiKey) {
        var access = context.access();
        var source = AccessContext.found(access.installation().environmentOfKey(apiKey), "Environment");
        access.require(Permission.CREATE_ENVIRONMENT, new Scope.OfProject(source.projectId()));
        return source;
    }
}
