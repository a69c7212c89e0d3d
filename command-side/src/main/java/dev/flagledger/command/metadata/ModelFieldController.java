package dev.flagledger.command.metadata;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.metadata.MetadataCommand.AttachField;
import dev.flagledger.api.metadata.MetadataCommand.ChangeAttachment;
import dev.flagledger.api.metadata.MetadataCommand.DetachField;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.ModelFieldView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    ModelFieldController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ModelFieldView attach(Attribution caller, @PathVariable int organisationId, Form form) {
        var access = new AccessContext(fold.state(), caller.actor());
        access.organisation(organisationId, Permission.VIEW_ORGANISATION);
        int fieldId = ModelFieldForm.field(form, access.installation(), organisationId);
        form.validate();
        var field = manageable(access, access.installation().metadata().field(fieldId));
        var wanted = ModelFieldForm.create(form, access.installation(), field);
        var attachment = new Attachment(ids.next(Ids.Kind.MODEL_FIELD), wanted.contentType(), wanted.requiredFor());
        commands.send(new AttachField(field.id(), field.owner(), attachment), caller);
        return view(attachment.id());
    }

    @PutMapping("/{id}")
    ModelFieldView replace(Attribution caller, @PathVariable int organisationId, @PathVariable int id, Form form) {
        var field = field(caller, organisationId, id);
        var now = attachment(field, id);
        return change(caller, field, new Edit<>(now, ModelFieldForm.replace(form, fold.state(), field, now)));
    }

    @PatchMapping("/{id}")
    ModelFieldView change(Attribution caller, @PathVariable int organisationId, @PathVariable int id, Form form) {
        var field = field(caller, organisationId, id);
        var now = attachment(field, id);
        return change(caller, field, new Edit<>(now, ModelFieldForm.change(form, fold.state(), field, now)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void detach(Attribution caller, @PathVariable int organisationId, @PathVariable int id) {
        var field = field(caller, organisationId, id);
        commands.send(new DetachField(field.id(), field.owner(), id), caller);
    }

    private ModelFieldView change(Attribution caller, MetadataField field, Edit<Attachment> edit) {
        commands.send(new ChangeAttachment(field.id(), field.owner(), edit), caller);
        return view(edit.seen().id());
    }

    private MetadataField field(Attribution caller, int organisationId, int attachmentId) {
        var access = new AccessContext(fold.state(), caller.actor());
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
    private ModelFieldView view(int id) {
        var field = AccessContext.found(fold.state().metadata().attached(id), KIND);
        return ModelFieldView.of(field, attachment(field, id));
    }
}
