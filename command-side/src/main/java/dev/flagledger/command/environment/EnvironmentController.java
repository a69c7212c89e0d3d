package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.grant.CreatorGrants;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.environment.EnvironmentDetailView;
import dev.flagledger.installation.id.Ids;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete environments. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentController {

    private final Ids ids;
    private final CreatorGrants grants;
    private final EnvironmentRemoval removal;

    EnvironmentController(Ids ids, CreatorGrants grants, EnvironmentRemoval removal) {
        this.ids = ids;
        this.grants = grants;
        this.removal = removal;
    }

    /** A missing, invalid or inaccessible project is answered as forbidden, before anything else is validated. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EnvironmentDetailView create(CommandContext context, Form form) {
        int project = form.raw("project").asInt(0);
        context.access().require(Permission.CREATE_ENVIRONMENT, new Scope.OfProject(project));
        var settings = EnvironmentForm.create(form, metadata(context, project));
        form.validate();
        int id = ids.next(Ids.Kind.ENVIRONMENT);
        var creator = grants.ofCreator(context.actor(), GrantPlace.environment(id));
        context.send(new CreateEnvironment(id, UUID.randomUUID(), project, settings, creator));
        return view(context, id);
    }

    @PutMapping("/{apiKey}")
    EnvironmentDetailView replace(CommandContext context, @PathVariable String apiKey, Form form) {
        EnvironmentForm.requireName(form);
        return change(context, apiKey, form);
    }

    @PatchMapping("/{apiKey}")
    EnvironmentDetailView change(CommandContext context, @PathVariable String apiKey, Form form) {
        var access = context.access();
        var current = access.environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        var settings = EnvironmentForm.change(form, current.settings(), metadata(context, current.projectId()));
        form.validate();
        context.send(
                new ChangeEnvironment(current.id(), current.projectId(), new Edit<>(current.settings(), settings)));
        return view(context, current.id());
    }

    @DeleteMapping("/{apiKey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String apiKey) {
        var environment = context.access().environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        removal.remove(context, environment);
    }

    /** Another request may have deleted it in the meantime. */
    private static EnvironmentDetailView view(CommandContext context, int id) {
        var installation = context.installation();
        return EnvironmentDetailView.listed(
                installation, AccessContext.found(installation.environment(id), "Environment"));
    }

    private static MetadataForm metadata(CommandContext context, int projectId) {
        var installation = context.installation();
        var project = AccessContext.found(installation.project(projectId), "Project");
        return new MetadataForm(installation, project, ContentType.ENVIRONMENT);
    }
}
