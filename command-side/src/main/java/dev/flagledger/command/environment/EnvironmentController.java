package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.EnvironmentSecrets;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.environment.EnvironmentDetailView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;
    private final EnvironmentSecrets secrets;

    EnvironmentController(Commands commands, Ids ids, History<Installation> fold, EnvironmentSecrets secrets) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
        this.secrets = secrets;
    }

    /** A missing, invalid or inaccessible project is answered as forbidden, before anything else is validated. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EnvironmentDetailView create(Attribution caller, Form form) {
        int project = form.raw("project").asInt(0);
        new AccessContext(fold.state(), caller.actor())
                .require(Permission.CREATE_ENVIRONMENT, new Scope.OfProject(project));
        var settings = EnvironmentForm.create(form, metadata(project));
        form.validate();
        int id = ids.next(Ids.Kind.ENVIRONMENT);
        commands.send(new CreateEnvironment(id, UUID.randomUUID(), project, settings), caller);
        return view(id);
    }

    @PutMapping("/{apiKey}")
    EnvironmentDetailView replace(Attribution caller, @PathVariable String apiKey, Form form) {
        EnvironmentForm.requireName(form);
        return change(caller, apiKey, form);
    }

    @PatchMapping("/{apiKey}")
    EnvironmentDetailView change(Attribution caller, @PathVariable String apiKey, Form form) {
        var access = new AccessContext(fold.state(), caller.actor());
        var now = access.environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        var settings = EnvironmentForm.change(form, now.settings(), metadata(now.projectId()));
        form.validate();
        commands.send(new ChangeEnvironment(now.id(), now.projectId(), new Edit<>(now.settings(), settings)), caller);
        return view(now.id());
    }

    @DeleteMapping("/{apiKey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable String apiKey) {
        var ends = new AccessContext(fold.state(), caller.actor()).environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        var webhooks = ends.webhooks().keySet();
        commands.send(new DeleteEnvironment(ends.id()), caller, () -> secrets.forget(ends.id(), webhooks));
    }

    /** Another request may have deleted it in the meantime. */
    private EnvironmentDetailView view(int id) {
        var installation = fold.state();
        return EnvironmentDetailView.listed(
                installation, AccessContext.found(installation.environment(id), "Environment"));
    }

    private MetadataForm metadata(int projectId) {
        var installation = fold.state();
        var project = AccessContext.found(installation.project(projectId), "Project");
        return new MetadataForm(installation, project, ContentType.ENVIRONMENT);
    }
}
