package dev.flagledger.command.metadata;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.metadata.MetadataCommand.ChangeField;
import dev.flagledger.api.metadata.MetadataCommand.CreateField;
import dev.flagledger.api.metadata.MetadataCommand.DeleteField;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.view.project.MetadataFieldView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete custom fields. */
@RestController
@RequestMapping("/api/v1/metadata/fields")
class FieldController {

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    FieldController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MetadataFieldView create(Attribution caller, Form form) {
        var access = new AccessContext(fold.state(), caller.actor());
        var owner = owner(access, form);
        var definition = FieldForm.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.METADATA_FIELD);
        commands.send(new CreateField(id, owner, definition), caller);
        return view(id);
    }

    @PutMapping("/{id}")
    MetadataFieldView replace(Attribution caller, @PathVariable int id, Form form) {
        var field = field(caller, id);
        return change(caller, field, FieldForm.replace(form, field.definition()), form);
    }

    @PatchMapping("/{id}")
    MetadataFieldView change(Attribution caller, @PathVariable int id, Form form) {
        var field = field(caller, id);
        return change(caller, field, FieldForm.change(form, field.definition()), form);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int id) {
        commands.send(new DeleteField(id, field(caller, id).owner()), caller);
    }

    private MetadataFieldView change(Attribution caller, MetadataField field, FieldDefinition wanted, Form form) {
        form.validate();
        commands.send(new ChangeField(field.id(), field.owner(), new Edit<>(field.definition(), wanted)), caller);
        return view(field.id());
    }

    /**
     * The owner of a new field; forbidden to callers that may not manage custom fields there, before anything else is
     * validated.
     */
    private static Owner owner(AccessContext access, Form form) {
        int organisation = form.integer("organisation");
        form.validate();
        var project = IdFields.nullable(form, "project", null, id -> isVisible(access, id));
        var owner = new Owner(organisation, project);
        access.require(Permission.MANAGE_METADATA, MetadataCommand.scopeOf(owner));
        form.validate();
        if (project != null && access.project(project).organisationId() != organisation) {
            form.reject("project", "Project must belong to the specified organisation.");
        }
        return owner;
    }

    private static boolean isVisible(AccessContext access, int projectId) {
        return access.may(Permission.VIEW_PROJECT, new Scope.OfProject(projectId));
    }

    private MetadataField field(Attribution caller, int id) {
        var installation = fold.state();
        var field = AccessContext.found(installation.metadata().field(id), "MetadataField");
        new AccessContext(installation, caller.actor())
                .require(Permission.MANAGE_METADATA, MetadataCommand.scopeOf(field.owner()));
        return field;
    }

    /** Another request may have deleted it in the meantime. */
    private MetadataFieldView view(int id) {
        return MetadataFieldView.of(AccessContext.found(fold.state().metadata().field(id), "MetadataField"));
    }
}
