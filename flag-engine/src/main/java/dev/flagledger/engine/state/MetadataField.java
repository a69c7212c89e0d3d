package dev.flagledger.engine.state;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A custom field.
 *
 * @param owner the organisation or the project that has it
 * @param attachments the kinds of things that it is attached to, by the attachments' ids
 */
public record MetadataField(
        int id, Owner owner, FieldDefinition definition, PSortedMap<Integer, Attachment> attachments) {

    MetadataField(int id, Owner owner, FieldDefinition definition) {
        this(id, owner, definition, TreePMap.empty());
    }

    /** How it is attached to things of this kind; empty if it is not. */
    public Optional<Attachment> attachedTo(ContentType type) {
        return attachments.values().stream()
                .filter(attachment -> attachment.contentType() == type)
                .findAny();
    }

    /** Whether things in this project may have it. */
    public boolean isFor(Project project) {
        return owner.organisationId() == project.organisationId()
                && (owner.projectId() == null || owner.projectId() == project.id());
    }

    MetadataField with(FieldDefinition changed) {
        return new MetadataField(id, owner, changed, attachments);
    }

    MetadataField with(Attachment attachment) {
        return new MetadataField(id, owner, definition, attachments.plus(attachment.id(), attachment));
    }

    /** Without this place among those where it may not be left out. */
    MetadataField requiredElsewhere(Requirement than) {
        var field = this;
        for (var attachment : attachments.values()) {
            if (attachment.requiredFor().contains(than)) {
                var rest = attachment.requiredFor().stream()
                        .filter(place -> !place.equals(than))
                        .toList();
                field = field.with(new Attachment(attachment.id(), attachment.contentType(), rest));
            }
        }
        return field;
    }

    MetadataField without(int attachmentId) {
        return new MetadataField(id, owner, definition, attachments.minus(attachmentId));
    }
}
