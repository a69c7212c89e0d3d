package dev.flagledger.api.event;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.FieldDefinition;
import org.jspecify.annotations.Nullable;

/** The life of a custom field. What is written into it stands with the thing that it is written about. */
public sealed interface MetadataEvent extends LedgerEvent {

    int fieldId();

    /** A field appeared; {@code projectId} is the only project that has it, null for all of the organisation. */
    record FieldCreated(
            int fieldId, int organisationId, @Nullable Integer projectId, FieldDefinition definition)
            implements MetadataEvent {}

    record FieldChanged(int fieldId, FieldDefinition definition) implements MetadataEvent {}

    /** Things of one more kind have the field. */
    record FieldAttached(int fieldId, Attachment attachment) implements MetadataEvent {}

    record AttachmentChanged(int fieldId, Attachment attachment) implements MetadataEvent {}

    /** Things of that kind no longer have the field, and what was written into it there counts no more. */
    record FieldDetached(int fieldId, int attachmentId) implements MetadataEvent {}

    /** The field is gone, and with it all that was written into it. */
    record FieldDeleted(int fieldId) implements MetadataEvent {}
}
