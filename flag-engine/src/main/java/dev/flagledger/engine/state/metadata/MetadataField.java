package dev.flagledger.engine.state.metadata;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataCommand.Owner;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A custom field.
 *
 * @param owner the organisation or project that owns it
 * @param attachments its attachments to content types, by attachment id
 */
public record MetadataField(
        int id, Owner owner, FieldDefinition definition, PSortedMap<Integer, Attachment> attachments) {

    MetadataField(int id, Owner owner, FieldDefinition definition) {
        this(id, owner, definition, TreePMap.empty());
    }

    /** Returns the attachment to this content type, if there is one. */
    public Optional<Attachment> attachedTo(ContentType type) {
        return attachments.values().stream()
                .filter(attachment -> attachment.contentType() == type)
                .findAny();
    }

    /** Returns whether objects in this project can have the field. */
    public boolean isFor(Project project) {
        return owner.organisationId() == project.organisationId()
                && (owner.projectId() == null || owner.projectId() == project.id());
    }

    /** Removes the requirements of these projects. */
    MetadataField requiredOutside(Set<Integer> projects) {
        var left = attachments;
        for (var attachment : attachments.values()) {
            var places = attachment.requiredFor().stream()
                    .filter(place -> place.contentType() != ContentType.PROJECT || !projects.contains(place.objectId()))
                    .toList();
            left = left.plus(attachment.id(), new Attachment(attachment.id(), attachment.contentType(), places));
        }
        return new MetadataField(id, owner, definition, left);
    }

    MetadataField with(FieldDefinition changed) {
        return new MetadataField(id, owner, changed, attachments);
    }

    MetadataField with(Attachment attachment) {
        return new MetadataField(id, owner, definition, attachments.plus(attachment.id(), attachment));
    }

    MetadataField without(int attachmentId) {
        return new MetadataField(id, owner, definition, attachments.minus(attachmentId));
    }
}
