package dev.flagledger.command.metadata;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.metadata.MetadataCommand.AttachField;
import dev.flagledger.api.metadata.MetadataCommand.ChangeAttachment;
import dev.flagledger.api.metadata.MetadataCommand.DetachField;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.ModelFieldView;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that attach custom fields to content types and detach them. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/metadata-model-fields")
class ModelFieldController {

    private static final String KIND = "MetadataModelField";

    private final Ids ids;

    ModelFieldController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ModelFieldView attach(CommandContext context, @PathVariable int organisationId, Form form) {
        var access = context.access();
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        int fieldId = ModelFieldForm.field(form, access.installation(), organisationId);
        form.validate();
        var field = manageable(access, access.installation().metadata().field(fieldId));
        var requested = ModelFieldForm.create(form, access.installation(), field);
        var attachment =
                new Attachment(ids.next(Ids.Kind.MODEL_FIELD), requested.contentType(), requested.requiredFor());
        context.send(new AttachField(field.id(), field.owner(), attachment));
        return view(context, attachment.id());
    }

    @PutMapping("/{id}")
    ModelFieldView replace(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        var field = field(context, organisationId, id);
        var current = attachment(field, id);
        return change(
                context,
                field,
                new Edit<>(current, ModelFieldForm.replace(form, context.installation(), field, current)));
    }

    @PatchMapping("/{id}")
    ModelFieldView change(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        var field = field(context, organisationId, id);
        var current = attachment(field, id);
        return change(
                context,
                field,
                new Edit<>(current, ModelFieldForm.change(form, context.installation(), field, current)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void detach(CommandContext context, @PathVariable int organisationId, @PathVariable int id) {
        var field = field(context, organisationId, id);
        context.send(new DetachField(field.id(), field.owner(), id));
    }

    private static ModelFieldView change(CommandContext context, MetadataField field, Edit<Attachment> edit) {
        context.send(new ChangeAttachment(field.id(), field.owner(), edit));
        return view(context, edit.seen().id());
    }

    private static MetadataField field(CommandContext context, int organisationId, int attachmentId) {
        var access = context.access();
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        return manageable(
                access,
                access.installation()
                        .metadata()
                        .attached(attachmentId)
                        .filter(field -> field.owner().organisationId() == organisationId));
    }

    private static MetadataField manageable(AccessContext access, Optional<MetadataField> found) {
        var field = AccessContext.found(found, KIND);
        access.require(Permission.MANAGE_METADATA, MetadataCommand.scopeOf(field.owner()));
        return field;
    }

    private static Attachment attachment(MetadataField field, int id) {
        return AccessContext.found(Optional.ofNullable(field.attachments().get(id)), KIND);
    }

    /** Another request may have detached it in the meantime. */
    private static ModelFieldView view(CommandContext context, int id) {
        var field = AccessContext.found(context.installation().metadata().attached(id), KIND);
        return ModelFieldView.of(field, attachment(field, id));
    }
}
