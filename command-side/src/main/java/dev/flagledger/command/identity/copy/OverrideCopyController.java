package dev.flagledger.command.identity.copy;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.IdentityFlagView;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import dev.flagledger.installation.identity.KnownTrait;
import dev.flagledger.installation.identity.Traits;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that replaces an identity's overrides with copies of another identity's. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities/{identityId}/featurestates/clone-from-given-identity")
class OverrideCopyController {

    private final Identities identities;
    private final Traits traits;
    private final OverrideCopy copy;

    OverrideCopyController(Identities identities, Traits traits, OverrideCopy copy) {
        this.identities = identities;
        this.traits = traits;
        this.copy = copy;
    }

    @PostMapping
    List<IdentityFlagView> take(
            CommandContext context, @PathVariable String apiKey, @PathVariable int identityId, Form form) {
        var access = context.access();
        var environment = access.within(apiKey, Permission.ENVIRONMENT_ADMIN);
        int source = form.integer("source_identity_id");
        form.validate();
        var identity = identity(environment, identityId);
        identity(environment, source);
        context.send(new ReplaceOverrides(
                environment.id(), identityId, identity.identifier(), copy.of(environment, source, identityId)));
        return flags(context, identity);
    }

    private KnownIdentity identity(Environment environment, int id) {
        return found(identities.find(environment.id(), id), "Identity");
    }

    private List<IdentityFlagView> flags(CommandContext context, KnownIdentity identity) {
        var current = context.installation();
        var environment = found(current.environment(identity.environmentId()), "Environment");
        var project = found(current.project(environment.projectId()), "Project");
        var itsTraits = traits.of(identity.id()).stream().map(KnownTrait::trait).toList();
        return IdentityFlagView.all(
                project, environment, new EvaluatedIdentity(identity.id(), identity.identifier(), itsTraits));
    }
}
