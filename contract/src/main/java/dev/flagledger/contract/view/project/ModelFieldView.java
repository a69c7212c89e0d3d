package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.engine.state.metadata.MetadataField;
import java.util.List;

/** The attachment of a custom field to a content type, in the admin API. */
public record ModelFieldView(int id, int field, int contentType, List<Requirement> isRequiredFor) {

    /** An organisation or a project in which the field is required. */
    public record Requirement(int contentType, int objectId) {}

    public static ModelFieldView of(MetadataField field, Attachment attachment) {
        return new ModelFieldView(
                attachment.id(), field.id(), attachment.contentType().id(), requirements(attachment));
    }

    static List<Requirement> requirements(Attachment attachment) {
        return attachment.requiredFor().stream()
                .map(place -> new Requirement(place.contentType().id(), place.objectId()))
                .toList();
    }
}
