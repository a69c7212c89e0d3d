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
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.project.MetadataTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.view.project.MetadataFieldView;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.installation.id.Ids;
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

    private final Ids ids;

    FieldController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MetadataFieldView create(CommandContext context, Form form) {
        var access = context.access();
        var owner = owner(access, form);
        var definition = FieldForm.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.METADATA_FIELD);
        context.send(new CreateField(id, owner, definition));
        return view(context, id);
    }

    @PutMapping("/{id}")
    MetadataFieldView replace(CommandContext context, @PathVariable int id, Form form) {
        var field = field(context, id);
        return change(context, field, FieldForm.replace(form, field.definition()), form);
    }

    @PatchMapping("/{id}")
    MetadataFieldView change(CommandContext context, @PathVariable int id, Form form) {
        var field = field(context, id);
        return change(context, field, FieldForm.change(form, field.definition()), form);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id) {
        context.send(new DeleteField(id, field(context, id).owner()));
    }

    private static MetadataFieldView change(
            CommandContext context, MetadataField field, FieldDefinition requested, Form form) {
        form.validate();
        context.send(new ChangeField(field.id(), field.owner(), new Edit<>(field.definition(), requested)));
        return view(context, field.id());
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
            form.reject("project", MetadataTexts.FOREIGN_PROJECT);
        }
        return owner;
    }

    private static boolean isVisible(AccessContext access, int projectId) {
        return access.may(Permission.VIEW_PROJECT, new Scope.OfProject(projectId));
    }

    private static MetadataField field(CommandContext context, int id) {
        var access = context.access();
        var field = AccessContext.found(access.installation().metadata().field(id), "MetadataField");
        access.require(Permission.MANAGE_METADATA, MetadataCommand.scopeOf(field.owner()));
        return field;
    }

    /** Another request may have deleted it in the meantime. */
    private static MetadataFieldView view(CommandContext context, int id) {
        return MetadataFieldView.of(
                AccessContext.found(context.installation().metadata().field(id), "MetadataField"));
    }
}
