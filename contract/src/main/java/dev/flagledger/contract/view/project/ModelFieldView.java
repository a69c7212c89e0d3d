package dev.flagledger.contract.view.project;

import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.engine.state.metadata.MetadataField;
import java.util.List;

/** That a custom field is attached to things of one kind, as the admin API has it. */
public record ModelFieldView(int id, int field, int contentType, List<Requirement> isRequiredFor) {

    /** Where the field may not be left out: in an organisation or a project. */
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
