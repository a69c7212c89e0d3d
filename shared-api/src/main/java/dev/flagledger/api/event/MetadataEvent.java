package dev.flagledger.api.event;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.FieldDefinition;
import org.jspecify.annotations.Nullable;

/** Events of a custom field. Its values are part of the objects that it is attached to. */
public sealed interface MetadataEvent extends LedgerEvent {

    int fieldId();

    /** A field was created, for one project only, or for the whole organisation if {@code projectId} is null. */
    record FieldCreated(
            int fieldId, int organisationId, @Nullable Integer projectId, FieldDefinition definition)
            implements MetadataEvent {}

    record FieldChanged(int fieldId, FieldDefinition definition) implements MetadataEvent {}

    /** The field was attached to a content type. */
    record FieldAttached(int fieldId, Attachment attachment) implements MetadataEvent {}

    record AttachmentChanged(int fieldId, Attachment attachment) implements MetadataEvent {}

    /** The field was detached from a content type; its values there no longer count. */
    record FieldDetached(int fieldId, int attachmentId) implements MetadataEvent {}

    /** The field was deleted with all its values. */
    record FieldDeleted(int fieldId) implements MetadataEvent {}
}
