package dev.flagledger.command.metadata;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.metadata.MetadataCommand.AttachField;
import dev.flagledger.api.metadata.MetadataCommand.ChangeAttachment;
import dev.flagledger.api.metadata.MetadataCommand.ChangeField;
import dev.flagledger.api.metadata.MetadataCommand.CreateField;
import dev.flagledger.api.metadata.MetadataCommand.DeleteField;
import dev.flagledger.api.metadata.MetadataCommand.DetachField;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of a custom field, which is attached to each content type at most once. */
@Aggregate(type = "metadata-field", cache = "currentAggregates")
class MetadataField {

    @AggregateIdentifier
    String id;

    private Owner owner;
    private FieldDefinition definition;
    private final Entities<Attachment> attachments = new Entities<>("MetadataModelField");

    MetadataField() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateField command) {
        var owner = command.owner();
        apply(new FieldCreated(command.fieldId(), owner.organisationId(), owner.projectId(), command.definition()));
    }

    @CommandHandler
    void handle(ChangeField command) {
        requireOf(command);
        var changed = Edits.merged(command.definition(), definition);
        if (!changed.equals(definition)) {
            apply(new FieldChanged(command.fieldId(), changed));
        }
    }

    @CommandHandler
    void handle(AttachField command) {
        requireOf(command);
        requireOnlyOneOfItsKind(command.attachment());
        apply(new FieldAttached(command.fieldId(), command.attachment()));
    }

    @CommandHandler
    void handle(ChangeAttachment command) {
        requireOf(command);
        var current = attachments.get(command.attachment().seen().id());
        var changed = Edits.merged(command.attachment(), current);
        requireOnlyOneOfItsKind(changed);
        if (!changed.equals(current)) {
            apply(new AttachmentChanged(command.fieldId(), changed));
        }
    }

    @CommandHandler
    void handle(DetachField command) {
        requireOf(command);
        attachments.require(command.attachmentId());
        apply(new FieldDetached(command.fieldId(), command.attachmentId()));
    }

    @CommandHandler
    void handle(DeleteField command) {
        requireOf(command);
        apply(new FieldDeleted(command.fieldId()));
    }

    @EventSourcingHandler
    void evolve(MetadataEvent event) {
        switch (event) {
            case FieldCreated e -> {
                id = MetadataCommand.streamOf(e.fieldId());
                owner = new Owner(e.organisationId(), e.projectId());
                definition = e.definition();
            }
            case FieldChanged e -> definition = e.definition();
            case FieldAttached e -> attachments.put(e.attachment().id(), e.attachment());
            case AttachmentChanged e -> attachments.put(e.attachment().id(), e.attachment());
            case FieldDetached e -> attachments.remove(e.attachmentId());
            case FieldDeleted _ -> markDeleted();
        }
    }

    private void requireOnlyOneOfItsKind(Attachment requested) {
        boolean another = attachments.all().stream()
                .anyMatch(known -> known.id() != requested.id() && known.contentType() == requested.contentType());
        if (another) {
            throw new Rejected(new Rejection.Invalid(Rule.FIELD_ATTACHMENT));
        }
    }

    /** Permissions and names were checked for the owner that the command names. */
    private void requireOf(MetadataCommand command) {
        if (!command.owner().equals(owner)) {
            throw new Rejected(new Rejection.Missing("MetadataField"));
        }
    }
}
